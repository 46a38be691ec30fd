-- The technical tables of every service, and the one way to make a table a tenant's.
-- Run by the database's owner; the service itself signs in as ${appRole}, which owns nothing.

grant usage on schema public to ${appRole};
alter default privileges in schema public grant select, insert, update, delete on tables to ${appRole};
alter default privileges in schema public grant usage, select on sequences to ${appRole};
alter default privileges in schema public grant execute on functions to ${appRole};

-- Row-level security by the settings that each transaction begins with (TenantScope). '*' is the system's own work.
-- A transaction that nobody scoped has neither setting and sees no row.
create procedure tenant_table(tenant_table regclass, account_column text default null)
language plpgsql as $$
declare
  condition text := '(enterprise_id = current_setting(''app.enterprise'', true)'
    || ' or current_setting(''app.enterprise'', true) = ''*'')';
begin
  if account_column is not null then
    condition := condition || format(
      ' and (current_setting(''app.accounts'', true) = ''*'' or %1$I is null'
      || ' or %1$I = any (string_to_array(current_setting(''app.accounts'', true), '','')))', account_column);
  end if;
  execute format('alter table %s enable row level security', tenant_table);
  execute format('create policy tenant on %s using (%s)', tenant_table, condition);
end $$;

create table outbox_event (
  seq bigint generated always as identity primary key,
  id uuid not null,
  topic text not null,
  type text not null,
  message_key text not null,
  enterprise_id text,
  account_id text,
  aggregate_version bigint not null,
  at timestamptz not null,
  correlation_id text,
  traceparent text,
  payload text not null,
  written_at timestamptz not null default now()
);

create table inbox_event (
  event_id uuid primary key,
  handled_at timestamptz not null default now()
);
create index inbox_event_handled_at on inbox_event (handled_at);

create table dead_letter (
  id bigint generated always as identity primary key,
  topic text not null,
  source_partition int not null,
  source_offset bigint not null,
  key text,
  type text,
  headers jsonb not null,
  payload text,
  reason text not null,
  state text not null default 'WAITING',
  failed_at timestamptz not null default now(),
  unique (topic, source_partition, source_offset)
);

create table idempotency_key (
  subject text not null,
  enterprise_id text not null,
  path text not null,
  key text not null,
  fingerprint text not null,
  status int not null,
  location text,
  etag text,
  body text,
  created_at timestamptz not null default now(),
  primary key (subject, enterprise_id, path, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
call tenant_table('idempotency_key');

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  enterprise_id text not null,
  actor_id text not null,
  actor_name text not null,
  actor_kind text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  correlation_id text not null
);
create index audit_entry_enterprise on audit_entry (enterprise_id, at desc, id desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id, at desc);
alter table audit_entry enable row level security;
create policy tenant_reads on audit_entry for select using (
  enterprise_id = current_setting('app.enterprise', true) or current_setting('app.enterprise', true) = '*');
-- written by whoever acts, also where a platform-wide rule changes one enterprise's data
create policy anyone_appends on audit_entry for insert with check (true);
revoke update, delete on audit_entry from ${appRole};

create table shedlock (
  name varchar(64) primary key,
  lock_until timestamptz not null,
  locked_at timestamptz not null,
  locked_by varchar(255) not null
);
