alter table installed_service
  add column pending_order_number text,
  add column charges jsonb not null default '[]',
  add column end_of_term text not null default 'ROLL',
  add column term_ends_on date,
  add column stop_date date;
update installed_service set term_ends_on = (commencement_date + make_interval(months => term_months))::date - 1,
  charges = jsonb_build_array(jsonb_build_object(
    'chargeId', order_number || '/' || service_id || '/MRC', 'type', 'RECURRING', 'description', product_name,
    'amount', jsonb_build_object('amount', monthly_recurring::text, 'currency', currency)));
alter table installed_service
  alter column term_ends_on set not null,
  alter column charges drop default,
  alter column end_of_term drop default;

-- What the list is filtered and sorted by; the tenant comes first in each.
create index installed_service_account on installed_service (enterprise_id, account_id, commencement_date desc, id desc);
create index installed_service_site on installed_service (enterprise_id, site_id, commencement_date desc, id desc);
create index installed_service_product on installed_service (enterprise_id, product_code, commencement_date desc, id desc);
create index installed_service_circuit on installed_service (enterprise_id, circuit_id);
create index installed_service_term on installed_service (enterprise_id, term_ends_on, id);
create index installed_service_order on installed_service (enterprise_id, order_number);
create index installed_service_pending on installed_service (pending_order_number) where pending_order_number is not null;
create index installed_service_stopping on installed_service (stop_date) where state = 'PENDING_DISCONNECT';
