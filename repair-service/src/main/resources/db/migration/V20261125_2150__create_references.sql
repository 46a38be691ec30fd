-- What repair knows of its neighbours, by event.

create table account_ref (
  account_id text primary key,
  enterprise_id text not null,
  name text not null,
  version bigint not null
);
create index account_ref_enterprise on account_ref (enterprise_id);
call tenant_table('account_ref');

-- Whom to ask about an order that is not delivered yet.
create table order_ref (
  order_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  care_manager_name text not null,
  care_manager_phone text,
  care_manager_email text,
  version bigint not null
);
call tenant_table('order_ref', 'account_id');

create table service_ref (
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  state text not null check (state in ('PENDING', 'INSTALLED')),
  circuit_id text,
  product_name text not null,
  order_number text not null,
  installed_at timestamptz
);
call tenant_table('service_ref', 'account_id');

-- Provider staff who can answer for tickets; no enterprise's data.
create table technician (
  user_id text primary key,
  name text not null,
  phone text,
  email text not null,
  active boolean not null,
  version bigint not null,
  last_assigned_at timestamptz
);
