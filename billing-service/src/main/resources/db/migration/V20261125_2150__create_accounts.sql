-- What billing knows of its neighbours, by event, and the accounts, of which it is master.

create table enterprise_ref (
  enterprise_id text primary key,
  name text not null,
  segment text not null,
  status text not null,
  version bigint not null
);
call tenant_table('enterprise_ref');

create table customer_number_ref (
  enterprise_id text not null,
  customer_number text not null,
  name text,
  primary key (enterprise_id, customer_number)
);
call tenant_table('customer_number_ref');

create table proration_policy (
  id text primary key,
  day_count text not null,
  start_day_billed boolean not null,
  stop_day_billed boolean not null
);
insert into proration_policy values ('ACTUAL_ACTUAL/START_BILLED/STOP_FREE', 'ACTUAL_ACTUAL', true, false);

create sequence account_number start 1000001;
create table billing_account (
  id bigint generated always as identity unique, -- breaks ties in lists, and orders the chunks of a bill run
  account_id text primary key,
  enterprise_id text not null,
  customer_number text not null,
  name text not null,
  segment text not null,
  currency text not null,
  time_zone text not null,
  bill_cycle_day int not null check (bill_cycle_day between 1 and 31),
  billing_mode text not null,
  payment_terms_days int not null,
  proration_policy_id text not null references proration_policy,
  delivery text not null,
  contact_name text not null,
  contact_email text not null,
  status text not null,
  opened_on date not null, -- in its zone
  created_at timestamptz not null,
  version bigint not null
);
create index billing_account_enterprise on billing_account (enterprise_id, created_at desc, id desc);
call tenant_table('billing_account', 'account_id');

-- Where an account stands between its cycles. A row of its own, because bill runs lock and change it.
create table account_cycle (
  id bigint primary key references billing_account (id),
  account_id text not null unique,
  enterprise_id text not null,
  bill_cycle_day int not null,
  time_zone text not null,
  opened_on date not null,
  last_cycle_date date,
  billed_until date,
  next_cycle_date date not null,
  next_cycle_at timestamptz not null, -- when that day begins in the zone
  has_invoice boolean not null default false
);
create index account_cycle_day on account_cycle (bill_cycle_day, id);
create index account_cycle_due on account_cycle (next_cycle_at, next_cycle_date);
call tenant_table('account_cycle', 'account_id');
