-- Quotes (domain b.2). A quote is a document that is always read whole; what lists and due work look for has a column.
create sequence quote_number start 1000001;
create table quote (
  id bigint generated always as identity unique,
  quote_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  external_id text,
  state text not null,
  level text not null,
  valid_until date,
  order_number text,
  reminded_at timestamptz,
  created_at timestamptz not null,
  version bigint not null,
  content jsonb not null
);
create index quote_enterprise on quote (enterprise_id, created_at desc, id desc);
create index quote_queue on quote (state, created_at desc, id desc);
create index quote_waiting on quote (created_at) where state = 'acknowledged';
create index quote_ending on quote (valid_until)
  where state in ('approved.orderable', 'approved.orderableAlternate', 'answered');
call tenant_table('quote', 'account_id');

-- Every version as it was; only appended.
create table quote_version (
  quote_number text not null references quote,
  version bigint not null,
  enterprise_id text not null,
  account_id text not null,
  at timestamptz not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text not null,
  actor_name text not null,
  source text not null,
  content jsonb not null,
  primary key (quote_number, version)
);
call tenant_table('quote_version', 'account_id');
revoke update, delete on quote_version from ${appRole};
