-- Installed services and what they cost. Prices and terms are effective-dated; billing looks at no order.

create table rated_service (
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  order_number text not null,
  item_id text not null,
  accepted_at timestamptz not null,
  acceptance_outcome text not null,
  circuit_id text,
  product_code text not null,
  product_name text not null,
  location text,
  start_date date not null, -- commencement
  stop_date date,
  term_months int
);
create index rated_service_account on rated_service (account_id);
call tenant_table('rated_service', 'account_id');

-- One row per price of a charge. Once billed, it is billed as far as its account is, or as far as it was settled
-- when it ended: so a run writes to a charge only in its first and last cycle.
create table recurring_charge (
  id bigint generated always as identity primary key,
  charge_id text not null,
  service_id text not null references rated_service,
  enterprise_id text not null,
  account_id text not null,
  description text not null,
  amount numeric(16, 4),
  currency text not null,
  effective_from date not null,
  effective_to date,
  billed boolean not null default false,
  settled_until date,
  unique (charge_id, effective_from)
);
create index recurring_charge_service on recurring_charge (service_id);
call tenant_table('recurring_charge', 'account_id');

create table one_time_charge (
  id bigint generated always as identity primary key,
  charge_id text not null unique,
  service_id text references rated_service,
  enterprise_id text not null,
  account_id text not null,
  cause text not null,
  description text not null,
  amount numeric(16, 4),
  currency text not null,
  charge_date date not null,
  invoice_id bigint
);
create index one_time_charge_open on one_time_charge (account_id) where invoice_id is null;
call tenant_table('one_time_charge', 'account_id');
