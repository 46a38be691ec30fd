-- Who is who and what belongs to whom, as the other services tell it. What is gone stays as a tombstone, so that an
-- event that comes late cannot bring it back.

create table enterprise_ref (
  enterprise_id text primary key,
  name text not null,
  status text not null,
  version bigint not null
);
call tenant_table('enterprise_ref');

create table account_ref (
  account_id text primary key,
  enterprise_id text not null,
  customer_number text,
  name text not null,
  time_zone text not null,
  removed boolean not null,
  version bigint not null
);
create index account_ref_enterprise on account_ref (enterprise_id);
-- not by account: what exists and is not assigned is refused in other words than what does not exist
call tenant_table('account_ref');

create table billing_account_ref (
  account_id text primary key,
  enterprise_id text not null,
  contact_name text,
  contact_email text,
  bill_cycle_day int not null,
  time_zone text not null,
  version bigint not null
);
create index billing_account_ref_enterprise on billing_account_ref (enterprise_id);
call tenant_table('billing_account_ref', 'account_id');

create table service_ref (
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  version bigint not null
);
create index service_ref_enterprise on service_ref (enterprise_id);
call tenant_table('service_ref');

-- People belong to no enterprise; their memberships do.
create table person (
  user_id text primary key,
  email text not null,
  name text not null,
  phone text,
  time_zone text not null,
  status text not null,
  version bigint not null
);
create index person_email on person (lower(email));

create table membership (
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
call tenant_table('membership');
