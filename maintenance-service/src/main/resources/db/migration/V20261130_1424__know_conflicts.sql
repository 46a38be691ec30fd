-- Services that a customer wants never to be hit together. A group, and a conflict over it, is seen by those who may see
-- all the accounts of its services: half of a pair says nothing.
create table diverse_group (
  id bigint generated always as identity unique,
  group_id uuid primary key,
  enterprise_id text not null,
  account_ids text[] not null,
  name text not null,
  service_ids text[] not null,
  created_at timestamptz not null,
  created_by text not null,
  version bigint not null
);
create unique index diverse_group_name on diverse_group (enterprise_id, lower(name));
create index diverse_group_services on diverse_group using gin (service_ids);

create sequence conflict_number start 10000001;

create table maintenance_conflict (
  id bigint generated always as identity unique,
  conflict_id text primary key,
  enterprise_id text not null,
  account_ids text[] not null,
  kind text not null,
  identity_key text not null, -- the group and what meets in it: the same conflict is not raised twice
  group_id uuid not null,
  group_name text not null,
  gcr_numbers text[] not null,
  window_ids text[] not null,
  ticket_number text,
  services jsonb not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  detected_at timestamptz not null,
  resolved_at timestamptz,
  inquiry_numbers text[] not null default '{}',
  version bigint not null
);
create unique index maintenance_conflict_open on maintenance_conflict (enterprise_id, identity_key) where resolved_at is null;
create index maintenance_conflict_list on maintenance_conflict (enterprise_id, detected_at desc, id desc);
create index maintenance_conflict_gcr on maintenance_conflict using gin (gcr_numbers) where resolved_at is null;

-- Enterprises whose conflicts are to be looked at again, and from when.
create table conflict_check (
  enterprise_id text not null,
  due_at timestamptz not null,
  primary key (enterprise_id, due_at)
);
create index conflict_check_due on conflict_check (due_at);
call tenant_table('conflict_check');

create function sees_accounts(account_ids text[]) returns boolean language sql stable as
  $$ select current_setting('app.accounts', true) = '*'
       or account_ids <@ string_to_array(current_setting('app.accounts', true), ',') $$;

alter table diverse_group enable row level security;
create policy tenant on diverse_group using (
  current_setting('app.enterprise', true) = '*'
  or (enterprise_id = current_setting('app.enterprise', true) and sees_accounts(account_ids)));

alter table maintenance_conflict enable row level security;
create policy tenant on maintenance_conflict using (
  current_setting('app.enterprise', true) = '*'
  or (enterprise_id = current_setting('app.enterprise', true) and sees_accounts(account_ids)));
