-- What customers use of their services. Types of usage and their rates are data; no row ships. A rate never changes: it
-- holds from its day to the day of the next one.
create table usage_type (
  id bigint generated always as identity unique,
  usage_type text primary key,
  name text not null,
  unit text not null
);
create table usage_rate (
  usage_type text not null references usage_type,
  currency text not null,
  effective_from date not null,
  amount numeric(18, 8) not null check (amount >= 0),
  primary key (usage_type, currency, effective_from)
);
revoke update, delete on usage_type, usage_rate from ${appRole};

-- Days are those of the account, half-open. The amount is exact; only the lines of an invoice are rounded.
create table usage_record (
  id bigint generated always as identity (start 1000001) primary key,
  source text not null,
  usage_id text not null,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null references rated_service,
  usage_type text not null references usage_type,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  first_day date not null,
  end_day date not null check (end_day > first_day),
  quantity numeric(20, 6) not null check (quantity >= 0),
  rate numeric(18, 8), -- null when it came rated
  amount numeric(38, 14) not null check (amount >= 0),
  currency text not null,
  received_at timestamptz not null,
  received_from text not null,
  invoice_id bigint,
  line_number int,
  unique (source, usage_id)
);
create index usage_record_unbilled on usage_record (account_id) where invoice_id is null;
create index usage_record_line on usage_record (invoice_id, line_number) where invoice_id is not null;
create index usage_record_enterprise on usage_record (enterprise_id, started_at desc, id desc);
create index usage_record_account on usage_record (account_id, started_at desc, id desc);
create index usage_record_service on usage_record (service_id, started_at desc, id desc);
call tenant_table('usage_record', 'account_id');

-- The role says of a record only on which line it is. Of one that is billed nobody changes anything, but that it comes off
-- an invoice that was withdrawn, and that it goes to another enterprise with its account.
revoke update on usage_record from ${appRole};
grant update (invoice_id, line_number) on usage_record to ${appRole};
create function refuse_change_of_billed_usage() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.invoice_id is null
      or current_user <> '${appRole}' and to_jsonb(new) - 'enterprise_id' = to_jsonb(old) - 'enterprise_id'
      or new.invoice_id is null and new.line_number is null
        and exists (select from invoice where id = old.invoice_id and state = 'withdrawn') then
      return new;
    end if;
  elsif old.invoice_id is null then
    return old;
  end if;
  raise exception 'usage % of % is billed and never changes', old.usage_id, old.source;
end $$;
create trigger billed_usage_stays before update or delete on usage_record
  for each row execute function refuse_change_of_billed_usage();

-- What a line says besides when it is for usage; few lines are.
create table invoice_usage (
  invoice_id bigint not null,
  line_number int not null,
  enterprise_id text not null,
  account_id text not null,
  usage_type text not null,
  unit text not null,
  quantity numeric(26, 6) not null,
  unit_amount numeric(18, 8), -- null where its records have several rates, or came rated
  records int not null,
  primary key (invoice_id, line_number)
);
call tenant_table('invoice_usage', 'account_id');
revoke update, delete on invoice_usage from ${appRole};
create trigger issued_usage_stays before update or delete on invoice_usage
  for each row execute function refuse_change_of_line();
create trigger no_late_usage after insert on invoice_usage referencing new table as added
  for each statement execute function refuse_late_lines();

create or replace function discard_held_invoice(held bigint) returns boolean language plpgsql security definer
  set search_path = public as $$
begin
  perform 1 from invoice where id = held and state = 'onHold' for update;
  if not found then
    return false;
  end if;
  delete from invoice_tax where invoice_id = held;
  delete from invoice_usage where invoice_id = held;
  delete from invoice_line where invoice_id = held;
  delete from invoice where id = held;
  return true;
end $$;

-- A tax on whatever is charged is one on usage, too; nothing was billed as usage before.
update tax_rule set applies_to = applies_to || array['USAGE'] where applies_to @> array['RECURRING', 'ONE_TIME'];
