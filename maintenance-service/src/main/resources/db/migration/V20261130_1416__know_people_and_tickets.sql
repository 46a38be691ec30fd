-- Who reads: people with their zone, and what they may see, by event from identity. They decide what a calendar feed shows.
create table person_ref (
  user_id text primary key,
  name text not null,
  email text not null,
  phone text,
  time_zone text not null,
  status text not null,
  version bigint not null
);

create table membership_ref (
  user_id text not null,
  enterprise_id text not null,
  admin boolean not null,
  permissions text[] not null,
  all_accounts boolean not null,
  account_ids text[] not null,
  revoked boolean not null,
  version bigint not null,
  primary key (enterprise_id, user_id)
);
call tenant_table('membership_ref');

alter table enterprise_ref add column status text not null default 'ACTIVE';
alter table installed_service add column site_id text;
create index installed_service_site on installed_service (site_id);

-- Repair tickets of services that are down, by event from repair; what is over stays as a mark.
create table outage_ticket (
  ticket_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null,
  circuit_id text,
  open boolean not null,
  opened_at timestamptz not null,
  version bigint not null
);
create index outage_ticket_open on outage_ticket (service_id) where open;
call tenant_table('outage_ticket', 'account_id');

-- A secret address under which a person's calendar is read; the secret itself is nowhere, only its digest.
create table calendar_feed (
  id bigint generated always as identity unique,
  feed_id uuid primary key,
  enterprise_id text not null,
  user_id text not null,
  label text not null,
  digest bytea not null unique,
  created_at timestamptz not null,
  rotated_at timestamptz,
  version bigint not null
);
create index calendar_feed_user on calendar_feed (enterprise_id, user_id, id);
call tenant_table('calendar_feed');
