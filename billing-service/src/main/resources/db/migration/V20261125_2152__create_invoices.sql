-- Bill runs and invoices. What is issued never changes: the role may not, and a trigger refuses it to everybody.

create sequence bill_run_number start 1000001;
create table bill_run (
  id bigint generated always as identity primary key,
  run_id text not null unique,
  kind text not null,
  cycle_date date not null,
  state text not null,
  requested_by text not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  accounts_total bigint not null,
  accounts_done bigint not null default 0,
  invoices bigint not null default 0,
  lines bigint not null default 0,
  held bigint not null default 0,
  resume_after bigint not null default 0,
  version bigint not null default 1
);
create unique index bill_run_scheduled on bill_run (cycle_date) where kind = 'SCHEDULED';
create index bill_run_running on bill_run (cycle_date, id) where state = 'RUNNING';
create index bill_run_started on bill_run (started_at desc, id desc);

-- Numbers have no gaps within a year: taken in the transaction that issues, given back when it fails.
create table invoice_counter (
  year int primary key,
  last bigint not null
);

create table bank_holiday (
  day date primary key,
  name text not null
);
insert into bank_holiday values
  ('2026-01-01', 'New Year''s Day'), ('2026-01-19', 'Martin Luther King Jr. Day'), ('2026-02-16', 'Presidents'' Day'),
  ('2026-05-25', 'Memorial Day'), ('2026-06-19', 'Juneteenth'), ('2026-07-03', 'Independence Day (observed)'),
  ('2026-09-07', 'Labor Day'), ('2026-10-12', 'Columbus Day'), ('2026-11-11', 'Veterans Day'),
  ('2026-11-26', 'Thanksgiving Day'), ('2026-12-25', 'Christmas Day'),
  ('2027-01-01', 'New Year''s Day'), ('2027-01-18', 'Martin Luther King Jr. Day'), ('2027-02-15', 'Presidents'' Day'),
  ('2027-05-31', 'Memorial Day'), ('2027-06-18', 'Juneteenth (observed)'), ('2027-07-05', 'Independence Day (observed)'),
  ('2027-09-06', 'Labor Day'), ('2027-10-11', 'Columbus Day'), ('2027-11-11', 'Veterans Day'),
  ('2027-11-25', 'Thanksgiving Day'), ('2027-12-24', 'Christmas Day (observed)'),
  ('2028-01-17', 'Martin Luther King Jr. Day'), ('2028-02-21', 'Presidents'' Day'), ('2028-05-29', 'Memorial Day'),
  ('2028-06-19', 'Juneteenth'), ('2028-07-04', 'Independence Day'), ('2028-09-04', 'Labor Day'),
  ('2028-10-09', 'Columbus Day'), ('2028-11-10', 'Veterans Day (observed)'), ('2028-11-23', 'Thanksgiving Day'),
  ('2028-12-25', 'Christmas Day');

create sequence invoice_id cache 1;
create table invoice (
  id bigint primary key,
  reference text not null unique, -- the invoice number; H-<id> while it is held and has none
  enterprise_id text not null,
  account_id text not null,
  cycle_date date not null,
  bill_date date not null,
  due_date date not null,
  period_start date not null,
  period_end date not null,
  state text not null,
  hold_reasons jsonb,
  currency text not null,
  recurring_amount numeric(16, 4) not null,
  one_time_amount numeric(16, 4) not null,
  credit_amount numeric(16, 4) not null,
  net_amount numeric(16, 4) not null,
  tax_amount numeric(16, 4) not null,
  amount_due numeric(16, 4) not null,
  line_count int not null,
  first_invoice boolean not null,
  delivery text not null,
  bill_run_id bigint not null references bill_run,
  issued_at timestamptz,
  version bigint not null default 1,
  unique (account_id, cycle_date)
);
create index invoice_enterprise on invoice (enterprise_id, bill_date desc, id desc);
call tenant_table('invoice', 'account_id');

create table invoice_line (
  invoice_id bigint not null,
  line_number int not null,
  enterprise_id text not null,
  account_id text not null,
  type text not null,
  charge_id text not null,
  recurring_charge_id bigint,
  service_id text,
  description text not null,
  coverage_start date not null,
  coverage_end date not null check (coverage_end > coverage_start),
  unit_amount numeric(16, 4) not null,
  net_amount numeric(16, 4) not null,
  policy_id text,
  day_count text,
  numerator int,
  denominator int,
  unrounded numeric(30, 14),
  start_source text,
  stop_source text,
  credits_invoice_id bigint,
  credits_line_number int,
  primary key (invoice_id, line_number)
);
create index invoice_line_price on invoice_line (recurring_charge_id, coverage_end) where recurring_charge_id is not null;
create index invoice_line_credits on invoice_line (credits_invoice_id, credits_line_number)
  where credits_invoice_id is not null;
call tenant_table('invoice_line', 'account_id');

revoke update, delete on invoice_line from ${appRole};
revoke delete on invoice from ${appRole};

create function refuse_change_of_issued() returns trigger language plpgsql as $$
begin
  if old.state <> 'onHold' and (tg_op = 'DELETE' or
    (new.reference, new.account_id, new.enterprise_id, new.cycle_date, new.bill_date, new.due_date, new.period_start,
     new.period_end, new.currency, new.recurring_amount, new.one_time_amount, new.credit_amount, new.net_amount,
     new.tax_amount, new.amount_due, new.line_count, new.first_invoice, new.issued_at)
    is distinct from
    (old.reference, old.account_id, old.enterprise_id, old.cycle_date, old.bill_date, old.due_date, old.period_start,
     old.period_end, old.currency, old.recurring_amount, old.one_time_amount, old.credit_amount, old.net_amount,
     old.tax_amount, old.amount_due, old.line_count, old.first_invoice, old.issued_at)) then
    raise exception 'invoice % is issued and never changes', old.reference;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger issued_invoice_stays before update or delete on invoice
  for each row execute function refuse_change_of_issued();

create function refuse_change_of_line() returns trigger language plpgsql as $$
begin
  if exists (select 1 from invoice where id = old.invoice_id and state <> 'onHold') then
    raise exception 'line % of invoice % is issued and never changes', old.line_number, old.invoice_id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger issued_line_stays before update or delete on invoice_line
  for each row execute function refuse_change_of_line();

-- Lines come with their invoice, in the transaction that makes it, and never later.
create function refuse_late_lines() returns trigger language plpgsql as $$
declare
  lowest bigint;
  highest bigint;
begin
  -- the bounds keep this a short range of the index, however many invoices there are
  select min(invoice_id), max(invoice_id) into lowest, highest from added;
  if exists (select 1 from invoice i where i.id between lowest and highest and i.state <> 'onHold'
             and i.xmin <> pg_current_xact_id()::xid and i.id in (select invoice_id from added)) then
    raise exception 'an issued invoice takes no more lines';
  end if;
  return null;
end $$;
create trigger no_late_lines after insert on invoice_line referencing new table as added
  for each statement execute function refuse_late_lines();
