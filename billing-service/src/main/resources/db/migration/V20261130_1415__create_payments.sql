-- Payments and how they are made. A card number never comes here: only the token that the processor gave for it.

create sequence payment_method_number start 10000001;
create table payment_method (
  id bigint generated always as identity primary key,
  method_id text not null unique,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  token text not null,
  label text not null,
  last4 text,
  expires text, -- yyyy-MM
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz
);
create index payment_method_account on payment_method (account_id) where removed_at is null;
call tenant_table('payment_method', 'account_id');

create sequence payment_number start 10000001;
create sequence receipt_number start 10000001;
create table payment (
  id bigint generated always as identity primary key,
  payment_id text not null unique,
  enterprise_id text not null,
  account_id text not null,
  origin text not null,
  method text not null,
  method_id text references payment_method (method_id),
  amount numeric(16, 4) not null check (amount > 0),
  requested_amount numeric(16, 4) not null,
  currency text not null,
  state text not null,
  told jsonb not null default '[]',
  allow_overpayment boolean not null,
  scheduled_for date,
  time_zone text not null,
  reference text,
  received_at timestamptz,
  posted_at timestamptz,
  failure_code text,
  failure_reason text,
  receipt_number text unique,
  processor text,
  processor_reference text,
  reversal_reason text,
  reversed_at timestamptz,
  autopay_invoice text,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  version bigint not null default 1
);
create index payment_enterprise on payment (enterprise_id, created_at desc, id desc);
create index payment_processing on payment (next_attempt_at) where state = 'PROCESSING';
create index payment_scheduled on payment (scheduled_for) where state = 'SCHEDULED';
create index payment_pending on payment (account_id) where state = 'PROCESSING';
-- an invoice is paid by AutoPay once
create unique index payment_autopay on payment (autopay_invoice) where autopay_invoice is not null;
-- the same cheque or wire is posted once
create unique index payment_remittance on payment (account_id, method, reference, amount)
  where origin in ('STAFF', 'LOCKBOX') and state <> 'REVERSED';
call tenant_table('payment', 'account_id');

create table autopay (
  account_id text primary key,
  enterprise_id text not null,
  method_id text not null references payment_method (method_id),
  limit_amount numeric(16, 4),
  enrolled_at timestamptz not null,
  enrolled_by text not null,
  version bigint not null default 1
);
call tenant_table('autopay', 'account_id');

create sequence lockbox_file_number start 1000001;
create table lockbox_file (
  id bigint generated always as identity primary key,
  file_id text not null unique,
  digest text not null unique,
  received_at timestamptz not null,
  received_by text not null,
  lines int not null,
  posted int not null,
  rejected int not null,
  results jsonb not null
);

-- What the sandbox processor charged: it keeps its books like a real one, whatever becomes of our own transaction.
create table sandbox_charge (
  idempotency_key text primary key,
  reference text not null,
  token text not null,
  amount numeric(16, 4) not null,
  currency text not null,
  outcome text not null,
  at timestamptz not null
);
