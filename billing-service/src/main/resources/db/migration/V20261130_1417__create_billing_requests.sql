-- Questions and disputes about bills, their clocks, and the ledger of what is withheld.

create table billing_request_type (
  type text not null,
  subtype text not null,
  name text not null,
  description text not null,
  requires_invoice boolean not null default false,
  position int not null,
  primary key (type, subtype)
);
insert into billing_request_type values
  ('INQUIRY', 'GENERAL', 'General question', 'Anything about your bill that fits nowhere else.', false, 10),
  ('INQUIRY', 'CHARGE_EXPLANATION', 'Explain a charge', 'What a charge on an invoice is for, and how it came about.', true, 11),
  ('INQUIRY', 'TAX_EXEMPTION', 'Tax exemption', 'Tell us of an exemption certificate.', false, 12),
  ('INQUIRY', 'ADDRESS_CHANGE', 'Change of address', 'Change the address that bills go to.', false, 13),
  ('DISPUTE', 'INCORRECT_CHARGE', 'Charge is not correct', 'A price or a quantity is not as agreed.', true, 20),
  ('DISPUTE', 'NOT_ORDERED', 'Service was not ordered', 'A charge for something that you did not order.', true, 21),
  ('DISPUTE', 'DISCONNECTED', 'Service is disconnected', 'A charge for days after the disconnect.', true, 22),
  ('DISPUTE', 'DUPLICATE', 'Charged twice', 'The same charge appears more than once.', true, 23),
  ('DISPUTE', 'SERVICE_QUALITY', 'Service did not work', 'A charge for a time at which the service did not work.', true, 24),
  ('BALANCE', 'BALANCE_QUESTION', 'Question about the balance', 'What is owed, since when, and why.', false, 30),
  ('BALANCE', 'STATEMENT', 'Statement of account', 'Ask for a statement over a period.', false, 31),
  ('PAYMENT', 'NOT_POSTED', 'Payment is missing', 'You paid and the payment does not show.', false, 40),
  ('PAYMENT', 'MISAPPLIED', 'Payment applied wrongly', 'A payment was applied to the wrong invoice or account.', false, 41),
  ('PAYMENT', 'REFUND', 'Refund', 'Ask for a credit balance to be paid back.', false, 42);

-- The questions of a subtype's form beyond those of every request.
create table billing_request_field (
  type text not null,
  subtype text not null,
  name text not null,
  label text not null,
  kind text not null check (kind in ('TEXT', 'DATE', 'AMOUNT', 'CHOICE')),
  required boolean not null,
  choices text[],
  position int not null,
  primary key (type, subtype, name),
  foreign key (type, subtype) references billing_request_type
);
insert into billing_request_field values
  ('INQUIRY', 'TAX_EXEMPTION', 'certificateNumber', 'Number of the certificate', 'TEXT', true, null, 1),
  ('INQUIRY', 'TAX_EXEMPTION', 'validFrom', 'Valid from', 'DATE', false, null, 2),
  ('INQUIRY', 'ADDRESS_CHANGE', 'newAddress', 'New address', 'TEXT', true, null, 1),
  ('INQUIRY', 'ADDRESS_CHANGE', 'validFrom', 'Valid from', 'DATE', false, null, 2),
  ('DISPUTE', 'DISCONNECTED', 'disconnectDate', 'Date of the disconnect', 'DATE', true, null, 1),
  ('DISPUTE', 'SERVICE_QUALITY', 'ticketNumber', 'Repair ticket', 'TEXT', false, null, 1),
  ('BALANCE', 'STATEMENT', 'from', 'From', 'DATE', true, null, 1),
  ('BALANCE', 'STATEMENT', 'until', 'Until', 'DATE', true, null, 2),
  ('PAYMENT', 'NOT_POSTED', 'paidOn', 'Paid on', 'DATE', true, null, 1),
  ('PAYMENT', 'NOT_POSTED', 'amount', 'Amount paid', 'AMOUNT', true, null, 2),
  ('PAYMENT', 'NOT_POSTED', 'method', 'How it was paid', 'CHOICE', true, '{CHECK,WIRE,ACH,CARD}', 3),
  ('PAYMENT', 'MISAPPLIED', 'paymentId', 'Payment', 'TEXT', true, null, 1),
  ('PAYMENT', 'REFUND', 'amount', 'Amount', 'AMOUNT', true, null, 1);

-- Which reading of "48 business hours" binds us; the setting's where there is no row.
create table acknowledge_policy (
  enterprise_id text primary key,
  reading text not null check (reading in ('SUPPORT_HOURS', 'BUSINESS_DAYS'))
);
call tenant_table('acknowledge_policy');

create table billing_coordinator (
  user_id text primary key,
  name text not null,
  phone text,
  email text not null,
  active boolean not null,
  last_assigned_at timestamptz,
  version bigint not null
);

create sequence billing_request_number start 10000001;
create table billing_request (
  id bigint generated always as identity primary key,
  request_number text not null unique,
  enterprise_id text not null,
  account_id text not null,
  type text not null,
  subtype text not null,
  channel text not null,
  invoice_number text,
  description text not null,
  details jsonb not null default '{}',
  customer_reference text,
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  currency text not null,
  segment text not null,
  time_zone text not null,
  state text not null,
  coordinator_id text,
  coordinator_name text,
  coordinator_phone text,
  coordinator_email text,
  received_at timestamptz not null,
  created_at timestamptz not null,
  created_by text not null,
  reading text not null,
  ack_due_at timestamptz not null,
  ack_target_at timestamptz not null,
  ack_warn_75_at timestamptz not null,
  ack_warn_90_at timestamptz not null,
  ack_warned int not null default 0,
  acknowledged_at timestamptz,
  next_warning_at timestamptz,
  decision_due_at timestamptz not null,
  pended_at timestamptz,
  pending_question text,
  silent_until timestamptz,
  objected boolean not null default false,
  close_reason text,
  outcome text,
  outcome_text text,
  credit_amount numeric(16, 4),
  resolved_at timestamptz,
  resolved_by text,
  closed_at timestamptz,
  closing text,
  last_activity_at timestamptz not null,
  version bigint not null default 1
);
create index billing_request_enterprise on billing_request (enterprise_id, created_at desc, id desc);
create index billing_request_created on billing_request (created_at desc, id desc);
create index billing_request_warning on billing_request (next_warning_at) where next_warning_at is not null;
create index billing_request_silent on billing_request (silent_until) where silent_until is not null;
call tenant_table('billing_request', 'account_id');

-- History and notes; only ever added to.
create table billing_request_entry (
  id bigint generated always as identity primary key,
  request_number text not null references billing_request (request_number),
  enterprise_id text not null,
  account_id text not null,
  at timestamptz not null,
  kind text not null,
  text text not null,
  actor text not null,
  source text not null,
  internal boolean not null
);
create index billing_request_entry_request on billing_request_entry (request_number, id);
call tenant_table('billing_request_entry', 'account_id');
revoke update, delete on billing_request_entry from ${appRole};

create table billing_request_attachment (
  id bigint generated always as identity primary key,
  attachment_id uuid not null unique,
  request_number text not null references billing_request (request_number),
  enterprise_id text not null,
  account_id text not null,
  file_name text not null,
  media_type text not null,
  size int not null,
  digest text not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  source text not null
);
create index billing_request_attachment_request on billing_request_attachment (request_number, id);
call tenant_table('billing_request_attachment', 'account_id');
revoke update, delete on billing_request_attachment from ${appRole};

-- The dispute ledger: one row per line in dispute.
create table dispute_line (
  id bigint generated always as identity primary key,
  request_number text not null references billing_request (request_number),
  enterprise_id text not null,
  account_id text not null,
  invoice_number text not null,
  line_number int not null,
  line_description text not null,
  line_net numeric(16, 4) not null,
  amount numeric(16, 4) not null check (amount > 0),
  currency text not null,
  reason_code text not null,
  state text not null,
  withheld numeric(16, 4) not null check (withheld >= 0),
  credit_amount numeric(16, 4) not null default 0 check (credit_amount >= 0 and credit_amount <= amount),
  credit_note_number text,
  opened_at timestamptz not null,
  window_last_day date not null,
  decided_at timestamptz,
  unique (request_number, line_number)
);
create index dispute_line_invoice on dispute_line (invoice_number, line_number);
create index dispute_line_enterprise on dispute_line (enterprise_id, opened_at desc, id desc);
call tenant_table('dispute_line', 'account_id');
