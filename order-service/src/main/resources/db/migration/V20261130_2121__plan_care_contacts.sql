-- How often an order's care manager speaks with the customer, and when they did.
create table care_contact_plan (
  id bigint generated always as identity unique,
  order_number text primary key references orders,
  enterprise_id text not null,
  account_id text not null,
  every text not null,
  last_contact_at timestamptz,
  next_contact_due_at timestamptz, -- null once the order is over
  reminded_of timestamptz, -- the due time that was told of
  version bigint not null
);
create index care_contact_plan_due on care_contact_plan (next_contact_due_at) where next_contact_due_at is not null;
call tenant_table('care_contact_plan', 'account_id');

create table care_contact (
  id bigint generated always as identity primary key,
  order_number text not null references care_contact_plan,
  enterprise_id text not null,
  account_id text not null,
  channel text not null,
  summary text not null,
  at timestamptz not null,
  care_manager text not null
);
create index care_contact_order on care_contact (order_number, id);
call tenant_table('care_contact', 'account_id');
revoke update, delete on care_contact from ${appRole};

insert into care_contact_plan (order_number, enterprise_id, account_id, every, next_contact_due_at, version)
select order_number, enterprise_id, account_id, 'WEEKLY', now(), 1 from orders
where care_manager_id is not null and state not in ('rejected', 'completed', 'partial', 'cancelled', 'failed');
