-- What maintenance knows of its neighbours, by event. A row that an older event would change stays as it is, and what was
-- removed stays as a mark, so that an older event that comes late does not bring it back.

create table enterprise_ref (
  enterprise_id text primary key,
  name text not null,
  version bigint not null
);
call tenant_table('enterprise_ref');

create table account_ref (
  account_id text not null,
  enterprise_id text not null,
  name text not null,
  time_zone text not null,
  active boolean not null,
  version bigint not null,
  primary key (account_id, enterprise_id)
);
call tenant_table('account_ref', 'account_id');

create table installed_service (
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  active boolean not null,
  circuit_id text not null,
  product_code text not null,
  product_name text not null,
  bandwidth text not null,
  a_location text,
  z_location text,
  order_number text not null,
  street text not null,
  city text not null,
  state text not null,
  postal_code text not null,
  country text not null,
  as_of timestamptz not null -- of the acceptance that said so: orders have no version in common
);
create index installed_service_circuit on installed_service (circuit_id);
create index installed_service_place on installed_service (lower(city), lower(state));
create index installed_service_enterprise on installed_service (enterprise_id, account_id);
call tenant_table('installed_service', 'account_id');
