create sequence order_number start 10000001;
create sequence service_number start 10000001;
create sequence circuit_number start 1000001;

create table orders (
  id bigint generated always as identity unique, -- breaks ties in lists
  order_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  external_id text,
  state text not null,
  requested_kind text,
  requested_date date,
  customer_commit_date date,
  contact_name text,
  contact_email text,
  contact_phone text,
  requirements_confirmed_at timestamptz,
  care_manager_id text,
  care_manager_name text,
  care_manager_phone text,
  care_manager_email text,
  letter_document_id uuid,
  letter_version int,
  letter_issued_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  created_by_side text not null,
  submitted_at timestamptz,
  submitted_by text,
  submitted_by_name text,
  submitted_by_side text,
  completed_at timestamptz,
  version bigint not null
);
create index orders_enterprise on orders (enterprise_id, created_at desc, id desc);
create index orders_care_manager on orders (care_manager_id, created_at desc, id desc)
  where state not in ('completed', 'cancelled', 'rejected', 'failed');
create index orders_waiting on orders (submitted_at) where state = 'submitted';
call tenant_table('orders', 'account_id');

create table order_item (
  order_number text not null references orders,
  item_id text not null,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  action text not null,
  product_code text not null,
  product_name text not null,
  bandwidth text not null,
  site_id text,
  term_months int not null,
  state text not null,
  expected_completion_date date,
  monthly_recurring numeric(12, 2) not null,
  non_recurring numeric(12, 2) not null,
  currency text not null,
  service_id text,
  circuit_id text,
  commencement_date date,
  primary key (order_number, item_id)
);
call tenant_table('order_item', 'account_id');

create table order_milestone (
  order_number text not null references orders,
  code text not null,
  enterprise_id text not null,
  account_id text not null,
  status text not null,
  planned_date date,
  reached_at timestamptz,
  note text,
  primary key (order_number, code)
);
call tenant_table('order_milestone', 'account_id');

-- Everything that happened to an order, in order; only appended.
create table order_timeline (
  id bigint generated always as identity primary key,
  order_number text not null references orders,
  enterprise_id text not null,
  account_id text not null,
  at timestamptz not null,
  kind text not null,
  text text not null,
  actor_id text not null,
  actor_name text not null,
  source text not null
);
create index order_timeline_order on order_timeline (order_number, id);
call tenant_table('order_timeline', 'account_id');
revoke update, delete on order_timeline from ${appRole};

-- Issued letters; a new version is a new row, and none ever changes.
create table acknowledgement_letter (
  document_id uuid primary key,
  order_number text not null references orders,
  enterprise_id text not null,
  account_id text not null,
  letter_version int not null,
  issued_at timestamptz not null,
  content jsonb not null,
  unique (order_number, letter_version)
);
call tenant_table('acknowledgement_letter', 'account_id');
revoke update, delete on acknowledgement_letter from ${appRole};

-- Exactly one per item: what starts a service's term and billing (domain b.2, rule 10).
create table acceptance_record (
  order_number text not null,
  item_id text not null,
  enterprise_id text not null,
  account_id text not null,
  outcome text not null,
  at timestamptz not null,
  by_user text not null,
  commencement_date date not null,
  primary key (order_number, item_id)
);
call tenant_table('acceptance_record', 'account_id');
revoke update, delete on acceptance_record from ${appRole};

create table installed_service (
  id bigint generated always as identity unique,
  service_id text primary key,
  enterprise_id text not null,
  account_id text not null,
  state text not null,
  circuit_id text not null,
  product_code text not null,
  product_name text not null,
  bandwidth text not null,
  site_id text not null,
  order_number text not null,
  monthly_recurring numeric(12, 2) not null,
  currency text not null,
  commencement_date date not null,
  term_months int not null,
  version bigint not null
);
create index installed_service_enterprise on installed_service (enterprise_id, commencement_date desc, id desc);
call tenant_table('installed_service', 'account_id');
