-- Orders that change or disconnect a service, corrections by staff, and where each price comes from.

alter table rated_service
  add country text,
  add region text, -- state or province
  add city text,
  add postal_code text,
  add stop_order_number text,
  add stop_requested_at timestamptz,
  add version bigint not null default 1;
create index rated_service_enterprise on rated_service (enterprise_id, start_date desc, service_id);

-- The set of prices that an order gave a service, from a day on. Orders may be told in any order.
create table price_set (
  service_id text not null,
  order_number text not null,
  item_id text not null,
  enterprise_id text not null,
  account_id text not null,
  effective_from date not null,
  charge_ids text[] not null,
  accepted_at timestamptz not null,
  acceptance_outcome text not null,
  primary key (service_id, order_number, item_id)
);
call tenant_table('price_set', 'account_id');
insert into price_set
  select s.service_id, s.order_number, s.item_id, s.enterprise_id, s.account_id, s.start_date,
    coalesce((select array_agg(distinct r.charge_id) from recurring_charge r where r.service_id = s.service_id), '{}'),
    s.accepted_at, s.acceptance_outcome
  from rated_service s;

-- A disconnect that is told before its service waits here.
create table service_stop (
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  order_number text not null,
  requested_at timestamptz,
  stop_date date not null,
  disconnected_at timestamptz not null
);
call tenant_table('service_stop', 'account_id');

-- The source of a price: the order that brought it, or the member of staff who changed it, and why.
alter table recurring_charge
  add order_number text,
  add item_id text,
  add accepted_at timestamptz,
  add acceptance_outcome text,
  add changed_by text,
  add change_reason text,
  add changed_at timestamptz;
-- A price that was replaced on its first day has no day left, and leaves its place to the other one.
alter table recurring_charge drop constraint recurring_charge_charge_id_effective_from_key;
create unique index recurring_charge_once on recurring_charge (charge_id, effective_from)
  where effective_to is null or effective_to > effective_from;

-- A charge of an order that never became a service is billed all the same.
alter table one_time_charge drop constraint one_time_charge_service_id_fkey;
alter table one_time_charge
  add order_number text,
  add item_id text,
  add approved_by text,
  add approved_at timestamptz;

-- Which proration policy holds for cycles that begin on a day or later.
create table account_proration_policy (
  account_id text not null references billing_account (account_id),
  effective_from date not null,
  enterprise_id text not null,
  policy_id text not null references proration_policy,
  primary key (account_id, effective_from)
);
call tenant_table('account_proration_policy', 'account_id');
insert into account_proration_policy
  select account_id, '0001-01-01', enterprise_id, proration_policy_id from billing_account;
insert into proration_policy
  select d || case when s then '/START_BILLED' else '/START_FREE' end || case when e then '/STOP_BILLED' else '/STOP_FREE' end,
    d, s, e
  from unnest(array['ACTUAL_ACTUAL', 'ACTUAL_30', 'STRICT_30']) as d,
    unnest(array[true, false]) as s, unnest(array[true, false]) as e
  on conflict do nothing;

alter table billing_account
  add pdf_recipients text[] not null default '{}',
  add pdf_secured boolean not null default false,
  add delivery_preference_version bigint not null default 0;

-- Breaks ties in lists.
alter table rated_service add id bigint generated always as identity unique;
