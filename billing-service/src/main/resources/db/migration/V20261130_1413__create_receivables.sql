-- Money that came in, credits that were given, and what became of what is owed.

-- What is particular about collecting from an account. A row comes with the first need of it, and is the lock under
-- which money of the account moves.
create table account_standing (
  account_id text primary key,
  enterprise_id text not null,
  dispute_window_days int check (dispute_window_days between 1 and 730),
  late_charge_rate numeric(6, 5) check (late_charge_rate between 0 and 1),
  dunning_paused_until date,
  dunning_pause_reason text,
  credit_hold_since timestamptz,
  version bigint not null default 1
);
call tenant_table('account_standing', 'account_id');

-- A payment, a credit note, or an invoice that gives more back than it charges: what invoices can be settled with.
create table fund (
  id bigint generated always as identity primary key,
  fund_id text not null unique,
  kind text not null,
  enterprise_id text not null,
  account_id text not null,
  currency text not null,
  amount numeric(16, 4) not null check (amount > 0),
  unapplied numeric(16, 4) not null check (unapplied >= 0 and unapplied <= amount),
  posted_at timestamptz not null,
  reversed_at timestamptz
);
create index fund_unapplied on fund (account_id, id) where unapplied > 0;
call tenant_table('fund', 'account_id');

create table fund_application (
  id bigint generated always as identity primary key,
  fund_id text not null references fund (fund_id),
  invoice_number text not null,
  enterprise_id text not null,
  account_id text not null,
  amount numeric(16, 4) not null check (amount > 0),
  applied_at timestamptz not null,
  undone_at timestamptz
);
create index fund_application_fund on fund_application (fund_id);
create index fund_application_invoice on fund_application (invoice_number);
call tenant_table('fund_application', 'account_id');

-- Lines for the statement on the next invoice.
create table statement_entry (
  id bigint generated always as identity primary key,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  entry_date date not null,
  reference text not null,
  description text not null,
  invoice_number text,
  amount numeric(16, 4) not null,
  currency text not null,
  stated_on text
);
create index statement_entry_open on statement_entry (account_id, id) where stated_on is null;
call tenant_table('statement_entry', 'account_id');

create table credit_note_counter (
  year int primary key,
  last bigint not null
);

create table credit_note (
  id bigint generated always as identity primary key,
  credit_note_number text not null unique,
  enterprise_id text not null,
  account_id text not null,
  invoice_number text,
  reason text not null,
  amount numeric(16, 4) not null check (amount > 0),
  currency text not null,
  description text not null,
  source_type text,
  source_ref text,
  issued_on date not null,
  issued_at timestamptz not null,
  issued_by text not null
);
create index credit_note_enterprise on credit_note (enterprise_id, issued_on desc, id desc);
create index credit_note_invoice on credit_note (invoice_number) where invoice_number is not null;
call tenant_table('credit_note', 'account_id');

create table credit_note_line (
  credit_note_number text not null references credit_note (credit_note_number),
  line_number int not null,
  enterprise_id text not null,
  account_id text not null,
  amount numeric(16, 4) not null check (amount > 0),
  primary key (credit_note_number, line_number)
);
call tenant_table('credit_note_line', 'account_id');
revoke update, delete on credit_note, credit_note_line from ${appRole};

-- The reminders that an unpaid invoice gets, by days after its due date.
create table dunning_step (
  step int primary key,
  days_past_due int not null unique check (days_past_due > 0),
  name text not null
);
insert into dunning_step values (1, 1, 'Reminder'), (2, 15, 'Second reminder'), (3, 30, 'Final reminder'),
  (4, 40, 'Notice before credit hold');

-- How far the collection of a past-due invoice has come; next_on is when there is something to do again.
create table collection (
  invoice_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  time_zone text not null,
  due_date date not null,
  dunning_step int not null default 0,
  late_months int not null default 0,
  late_charged numeric(16, 4) not null default 0,
  next_on date
);
create index collection_next on collection (next_on) where next_on is not null;
call tenant_table('collection', 'account_id');

-- Outages that repair found creditable, proposed for a decision.
create sequence outage_credit_number start 10000001;
create table outage_credit (
  id bigint generated always as identity primary key,
  proposal_id text not null unique,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null,
  circuit_id text,
  ticket_number text not null,
  outage_start timestamptz not null,
  outage_end timestamptz not null,
  minutes int not null,
  excluded_minutes int not null,
  monthly_amount numeric(16, 4) not null,
  minutes_in_month int not null,
  amount numeric(16, 4) not null,
  currency text not null,
  state text not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  decision_text text,
  credited numeric(16, 4),
  credit_note_number text,
  version bigint not null default 1,
  unique (ticket_number, service_id, outage_start)
);
create index outage_credit_enterprise on outage_credit (enterprise_id, proposed_at desc, id desc);
call tenant_table('outage_credit', 'account_id');

-- Invoices that may become past due.
create index invoice_due on invoice (due_date) where state in ('issued', 'partiallyPaid') and not past_due;
-- Invoices that give more back than they charge become a fund; those of nothing are settled at once.
create index invoice_without_debt on invoice (id) where state = 'issued' and amount_due <= 0;
