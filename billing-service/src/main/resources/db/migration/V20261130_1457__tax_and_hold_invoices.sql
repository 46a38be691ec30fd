-- Taxes, fees and surcharges as data. A rate never changes: it ends, and another row follows it. No row ships: rates are
-- facts of law that the operator loads.
create table tax_rule (
  id bigint generated always as identity primary key,
  code text not null,
  name text not null,
  kind text not null,
  jurisdiction text not null,
  percent numeric(9, 6) not null check (percent >= 0),
  country text,
  region text,
  city text,
  postal_prefix text,
  product_code text,
  applies_to text[] not null,
  effective_from date not null,
  effective_to date check (effective_to > effective_from)
);
create index tax_rule_effective on tax_rule (effective_from desc, id desc);

create table invoice_tax (
  invoice_id bigint not null,
  tax_number int not null,
  enterprise_id text not null,
  account_id text not null,
  tax_rule_id bigint not null,
  code text not null,
  name text not null,
  kind text not null,
  jurisdiction text not null,
  percent numeric(9, 6) not null,
  taxable_amount numeric(16, 4) not null,
  tax_amount numeric(16, 4) not null,
  primary key (invoice_id, tax_number)
);
call tenant_table('invoice_tax', 'account_id');
revoke update, delete on invoice_tax from ${appRole};

-- The lines of an invoice may be in another currency than its account only while it is held for that.
alter table invoice_line
  add currency text,
  add tax_rules text; -- ids of the taxes that were applied, separated by commas
alter table invoice add statement jsonb; -- what was owed, paid and adjusted before; null for a first or settled account

-- A held invoice stops its account: what is billed next depends on whether it is released or discarded.
alter table account_cycle
  add held_invoice bigint,
  add cycle_before_hold date;
drop index account_cycle_due;
create index account_cycle_due on account_cycle (next_cycle_at, next_cycle_date) where held_invoice is null;

create trigger issued_tax_stays before update or delete on invoice_tax
  for each row execute function refuse_change_of_line();
create or replace function refuse_change_of_line() returns trigger language plpgsql as $$
begin
  if exists (select 1 from invoice where id = old.invoice_id and state <> 'onHold') then
    raise exception 'invoice % is issued and never changes', old.invoice_id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger no_late_taxes after insert on invoice_tax referencing new table as added
  for each statement execute function refuse_late_lines();

-- What is issued keeps its statement, too.
create or replace function refuse_change_of_issued() returns trigger language plpgsql as $$
begin
  if old.state <> 'onHold' and (tg_op = 'DELETE' or
    (new.reference, new.account_id, new.enterprise_id, new.cycle_date, new.bill_date, new.due_date, new.period_start,
     new.period_end, new.currency, new.recurring_amount, new.one_time_amount, new.credit_amount, new.net_amount,
     new.tax_amount, new.amount_due, new.line_count, new.first_invoice, new.issued_at, new.statement)
    is distinct from
    (old.reference, old.account_id, old.enterprise_id, old.cycle_date, old.bill_date, old.due_date, old.period_start,
     old.period_end, old.currency, old.recurring_amount, old.one_time_amount, old.credit_amount, old.net_amount,
     old.tax_amount, old.amount_due, old.line_count, old.first_invoice, old.issued_at, old.statement)) then
    raise exception 'invoice % is issued and never changes', old.reference;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

-- The service's role deletes no invoice; this is the one way, and only for one that was never issued.
create function discard_held_invoice(held bigint) returns boolean language plpgsql security definer
  set search_path = public as $$
begin
  perform 1 from invoice where id = held and state = 'onHold' for update;
  if not found then
    return false;
  end if;
  delete from invoice_tax where invoice_id = held;
  delete from invoice_line where invoice_id = held;
  delete from invoice where id = held;
  return true;
end $$;

-- How long a run has been at work, for its speed: the pauses of a killed one do not count.
alter table bill_run
  add worked_millis bigint not null default 0,
  add last_progress_at timestamptz;

-- What credit notes gave back of a line, without taxes.
alter table invoice_line_state add credited_amount numeric(16, 4) not null default 0;
