-- The whole life of an order: items with states of their own, charges, requests, jeopardy, delay, milestone history.

alter table orders
  add column quote_number text,
  add column foc_date date,
  add column waiting_for text,
  add column no_return_at timestamptz,
  add column no_return_reason text,
  add column jeopardy_code text,
  add column jeopardy_level text,
  add column jeopardy_reason text,
  add column jeopardy_plan text,
  add column jeopardy_since timestamptz,
  add column notice_sent_at timestamptz,
  add column notice_sent_on date,
  add column notice_answer_by timestamptz,
  add column delay_original_due date,
  add column delay_new_due date,
  add column delay_commences_on_due boolean,
  add column delay_expires_on date,
  add column escalation_level text,
  add column termination_errors text;
drop index orders_care_manager;
create index orders_care_manager on orders (care_manager_id, created_at desc, id desc)
  where state not in ('completed', 'partial', 'cancelled', 'rejected', 'failed');
create index orders_deemed on orders (notice_answer_by) where state = 'awaitingAcceptance';
create index orders_expiring on orders (delay_expires_on) where state in ('inProgress', 'awaitingAcceptance');
create index orders_cancelling on orders (id) where state = 'pendingCancellation';
create index orders_delivering on orders (customer_commit_date) where state = 'inProgress';

alter table order_item
  add column end_of_term text not null default 'ROLL',
  add column contacts jsonb,
  add column completion_date date,
  add column expedite_requested boolean not null default false,
  add column expedite_accepted boolean not null default false,
  add column failure text;
alter table order_item alter column end_of_term drop default;
update order_item i set state = case
  when i.state = 'COMPLETED' then 'completed'
  when i.state = 'AWAITING_ACCEPTANCE' then 'awaitingAcceptance'
  when i.state = 'IN_PROGRESS' then 'inProgress'
  else (select o.state from orders o where o.order_number = i.order_number) end;
create index order_item_service on order_item (enterprise_id, service_id);

create index order_milestone_planned on order_milestone (planned_date) where status = 'PENDING' and planned_date is not null;

-- What happened to each milestone and its plan; only appended.
create table order_milestone_change (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  code text not null,
  enterprise_id text not null,
  account_id text not null,
  change text not null,
  from_date date,
  to_date date,
  reason text,
  at timestamptz not null,
  actor_name text not null,
  source text not null
);
create index order_milestone_change_order on order_milestone_change (order_number, id);
call tenant_table('order_milestone_change', 'account_id');
revoke update, delete on order_milestone_change from ${appRole};

create table order_charge (
  charge_id text primary key,
  order_number text not null references orders,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  item_id text,
  cause text not null,
  state text not null,
  request_id text,
  created_at timestamptz not null,
  response_due_at timestamptz not null,
  promised_date date,
  standard_date date,
  answered_at timestamptz,
  answered_by text,
  answered_by_name text,
  answered_by_side text,
  items jsonb not null
);
create index order_charge_order on order_charge (order_number, position);
create index order_charge_due on order_charge (response_due_at) where state = 'AWAITING_RESPONSE';
call tenant_table('order_charge', 'account_id');

create table order_request (
  request_id text primary key,
  order_number text not null references orders,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  state text not null,
  wish_kind text,
  wish_date date,
  reason text not null,
  price jsonb not null,
  requested_at timestamptz not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_by_side text not null,
  resume_to text not null,
  charge_id text,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  decided_by_side text,
  decision_reason text,
  commit_date date
);
create index order_request_order on order_request (order_number, position);
call tenant_table('order_request', 'account_id');

create table order_escalation (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  enterprise_id text not null,
  account_id text not null,
  level text not null,
  reason text not null,
  at timestamptz not null,
  actor_name text not null,
  source text not null
);
create index order_escalation_order on order_escalation (order_number, id);
call tenant_table('order_escalation', 'account_id');
revoke update, delete on order_escalation from ${appRole};

create table order_attachment (
  attachment_id uuid primary key,
  id bigint generated always as identity unique,
  order_number text not null references orders,
  enterprise_id text not null,
  account_id text not null,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  content bytea not null,
  at timestamptz not null,
  author text not null,
  source text not null
);
create index order_attachment_order on order_attachment (order_number, id);
call tenant_table('order_attachment', 'account_id');
revoke update, delete on order_attachment from ${appRole};

alter table acceptance_record
  add column connection_notice_at timestamptz;

-- What happens to installed services when a customer who was not ready stays so for too long; per product, '*' for all
-- others. Defaults (domain b.2, U): operations change them.
create table not_ready_rule (
  product_code text primary key,
  action text not null check (action in ('COMMENCE', 'CANCEL'))
);
insert into not_ready_rule values ('*', 'COMMENCE');

-- Accounts that billing put on credit hold, by event; on hold while held.
create table account_credit_hold (
  account_id text primary key,
  enterprise_id text not null,
  held boolean not null,
  reason text,
  since timestamptz,
  version bigint not null
);
call tenant_table('account_credit_hold', 'account_id');

-- Orders that were accepted before this milestone was kept have long begun to be billed.
insert into order_milestone (order_number, code, enterprise_id, account_id, status, reached_at)
select distinct o.order_number, 'BILLING_STARTED', o.enterprise_id, o.account_id, 'REACHED', o.completed_at
from orders o where o.state = 'completed' and o.completed_at is not null
on conflict do nothing;
create index orders_commencing on orders (id) where state in ('completed', 'partial');
