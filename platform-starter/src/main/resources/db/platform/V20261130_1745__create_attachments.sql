-- Files that hang on a service's aggregates. What is not known to be clean is never given out.
create table attachment (
  attachment_id uuid primary key,
  id bigint generated always as identity unique,
  holder_kind text not null,
  holder_id text not null,
  enterprise_id text not null,
  account_id text not null,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  sha256 text not null,
  content bytea not null,
  scan text not null,
  threat text,
  added_at timestamptz not null,
  added_by text not null,
  source text not null
);
create index attachment_holder on attachment (holder_kind, holder_id, id);
create index attachment_unscanned on attachment (id) where scan = 'PENDING';
call tenant_table('attachment', 'account_id');
-- only what a scanner finds is ever written again
revoke update, delete on attachment from ${appRole};
grant update (scan, threat) on attachment to ${appRole};
