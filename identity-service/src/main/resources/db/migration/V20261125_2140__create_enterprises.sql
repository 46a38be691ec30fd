-- Enterprises, their customer numbers and billing accounts, and who looks after them.

create sequence enterprise_number start 100001;
create sequence customer_number_number start 100001;
-- versions of what can go and come back, so that they rise all the same
create sequence change_version;

create table enterprise (
  id bigint generated always as identity unique, -- breaks ties in lists
  enterprise_id text primary key,
  name text not null,
  custom_name text,
  segment text not null,
  self_registration boolean not null,
  status text not null,
  created_at timestamptz not null,
  version bigint not null
);
call tenant_table('enterprise');

create table customer_number (
  id bigint generated always as identity unique,
  number text primary key,
  enterprise_id text not null references enterprise,
  name text not null
);
create index customer_number_enterprise on customer_number (enterprise_id, id);
call tenant_table('customer_number');

create table billing_account (
  id bigint generated always as identity unique,
  account_id text primary key,
  enterprise_id text not null references enterprise,
  customer_number text not null references customer_number,
  name text not null,
  segment text not null,
  time_zone text not null,
  currency text not null,
  status text not null,
  added_at timestamptz not null,
  version bigint not null
);
create index billing_account_enterprise on billing_account (enterprise_id, id);
call tenant_table('billing_account', 'account_id');

-- Accounts that billing told of and that belong to no enterprise yet.
create table unplaced_account (
  account_id text primary key,
  customer_number text,
  name text not null,
  segment text not null,
  time_zone text not null,
  currency text not null
);
create index unplaced_account_customer_number on unplaced_account (customer_number);

-- Whether an account has an enterprise, without saying which one.
create function account_is_placed(wanted text) returns boolean
language sql stable security definer set search_path = public
as $$ select exists (select 1 from billing_account where account_id = wanted) $$;

-- The roles of an account team are data (handbook S6, S23).
create table account_team_role (
  position int primary key,
  code text not null unique,
  name text not null,
  responsibility text not null
);
insert into account_team_role values
  (1, 'CUSTOMER_SUCCESS', 'Customer success professional',
   'Your primary point of contact: knows your business objectives, tracks how your solutions perform, and meets you at onboarding, after activation, for the first bill and every quarter.'),
  (2, 'SALES', 'Account director',
   'Finds the solutions that fit your plans, gathers and confirms your requirements, and carries your quotes, orders and credit application.'),
  (3, 'SALES_ENGINEER', 'Sales engineer',
   'Knows your network and locations, defines the technical requirements, and looks after the engineering part of your quotes.'),
  (4, 'CCM', 'Customer care manager',
   'Your contact from order submittal to customer acceptance: keeps you informed of every step and speaks for you inside.'),
  (5, 'BILLING', 'Billing coordinator', 'Answers questions about invoices, disputes, balances and payments.'),
  (6, 'REPAIR', 'Repair center', 'Takes trouble on installed services around the clock and stays accountable until it is resolved.'),
  (7, 'CHANGE_MANAGEMENT', 'Change management', 'Answers questions about scheduled maintenance.'),
  (8, 'ESCALATION', 'Escalation manager', 'Steps in when something has to go faster.');

create table account_team_member (
  position int not null,
  enterprise_id text not null references enterprise,
  role text not null references account_team_role (code),
  name text not null,
  phone text,
  email text not null,
  is_primary boolean not null,
  primary key (enterprise_id, position)
);
create unique index account_team_one_primary on account_team_member (enterprise_id) where is_primary;
call tenant_table('account_team_member');
