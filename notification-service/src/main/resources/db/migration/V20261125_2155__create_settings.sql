-- Who wants to hear of what, and how bills are delivered.

create table notification_setting (
  id bigint generated always as identity unique,
  setting_id uuid primary key,
  enterprise_id text not null,
  owner_user_id text,
  contact_name text,
  contact_email text,
  category text not null,
  types text[] not null,
  customer_numbers text[] not null,
  account_ids text[] not null,
  service_ids text[] not null,
  channels text[] not null,
  enabled boolean not null,
  time_zone text,
  created_at timestamptz not null,
  created_by text not null,
  version bigint not null,
  check ((owner_user_id is null) <> (contact_email is null))
);
create index notification_setting_enterprise on notification_setting (enterprise_id, created_at desc, id desc);
call tenant_table('notification_setting');

create table notification_setup (
  user_id text primary key,
  completed_at timestamptz not null,
  dismissed boolean not null
);

create table delivery_preference (
  account_id text primary key,
  enterprise_id text not null,
  state text not null,
  since timestamptz not null,
  effective_on date,
  requested_by text,
  authorization_name text,
  authorization_text text,
  heard_version bigint not null,
  version bigint not null
);
create index delivery_preference_due on delivery_preference (effective_on) where effective_on is not null;
call tenant_table('delivery_preference', 'account_id');
