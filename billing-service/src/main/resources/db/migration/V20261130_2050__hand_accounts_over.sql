-- An account goes over to another enterprise with all that hangs on it, and nothing else of it changes.

-- how far identity was listened to about whose account it is
alter table billing_account add owner_version bigint not null default 0;

-- What is found by its account alone. Lines of invoices and prices are found by their invoices and services.
create index payment_of_account on payment (account_id);
create index fund_of_account on fund (account_id);
create index fund_application_account on fund_application (account_id);
create index statement_entry_account on statement_entry (account_id);
create index one_time_charge_account on one_time_charge (account_id);
create index price_set_account on price_set (account_id);
create index billing_request_entry_account on billing_request_entry (account_id);

-- An issued invoice changes hands as it is, by the owner of the tables alone: by hand_over_account, that is.
create function refuse_more_than_a_move() returns trigger language plpgsql as $$
begin
  if current_user = '${appRole}' or to_jsonb(new) - 'enterprise_id' <> to_jsonb(old) - 'enterprise_id' then
    raise exception 'invoice % is handed over as it is', old.reference;
  end if;
  return new;
end $$;
drop trigger issued_invoice_stays on invoice;
create trigger issued_invoice_stays before update on invoice
  for each row when (new.enterprise_id = old.enterprise_id) execute function refuse_change_of_issued();
create trigger issued_invoice_is_kept before delete on invoice
  for each row execute function refuse_change_of_issued();
create trigger invoice_changes_hands before update on invoice
  for each row when (new.enterprise_id <> old.enterprise_id) execute function refuse_more_than_a_move();

create or replace function refuse_change_of_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_user <> '${appRole}'
    and to_jsonb(new) - 'enterprise_id' = to_jsonb(old) - 'enterprise_id' then
    return new;
  end if;
  if exists (select 1 from invoice where id = old.invoice_id and state <> 'onHold') then
    raise exception 'invoice % is issued and never changes', old.invoice_id;
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;

-- Every table with rows of an account takes part, those of later migrations, too. Who bills the account or moves its money
-- holds its cycle or its standing: waiting for both first means that all they wrote is seen and goes along. Events that
-- wait to be published tell of what was, and stay as they are. False for an account that is unknown, or of which something
-- later was told.
create function hand_over_account(account text, to_enterprise text, number text, told bigint) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  held record;
begin
  perform from account_cycle where account_id = account for update;
  insert into account_standing (account_id, enterprise_id)
    select account_id, enterprise_id from billing_account where account_id = account
    on conflict do nothing;
  perform from account_standing where account_id = account for update;
  update billing_account a set enterprise_id = to_enterprise, customer_number = coalesce(number, customer_number),
      owner_version = told, version = version
        + case when enterprise_id = to_enterprise and coalesce(number, customer_number) = customer_number then 0 else 1 end
    where a.account_id = account and a.owner_version <= told;
  if not found then
    return false;
  end if;
  for held in
    select t.relname,
      case when t.relname = 'recurring_charge' then 'service_id in (select service_id from rated_service where account_id = $1)'
        when of_invoice.attnotnull then 'invoice_id in (select id from invoice where account_id = $1)'
        else 'account_id = $1' end as found
    from pg_class t
      join pg_attribute of_account on of_account.attrelid = t.oid and of_account.attname = 'account_id'
      join pg_attribute of_enterprise on of_enterprise.attrelid = t.oid and of_enterprise.attname = 'enterprise_id'
      left join pg_attribute of_invoice on of_invoice.attrelid = t.oid and of_invoice.attname = 'invoice_id'
        and not of_invoice.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
      and t.relname <> 'outbox_event'
    order by t.relname
  loop
    execute format('update %I set enterprise_id = $2 where %s and account_id = $1 and enterprise_id <> $2',
      held.relname, held.found) using account, to_enterprise;
  end loop;
  return true;
end $$;
