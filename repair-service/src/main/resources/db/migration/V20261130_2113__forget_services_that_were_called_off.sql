-- Orders and single services that were called off before they were installed, for events that arrive late.
create table called_off (
  reference text primary key, -- an order's number, or a service's id
  enterprise_id text not null,
  account_id text not null
);
call tenant_table('called_off', 'account_id');
-- one by its id is found by the key already
create index service_ref_pending_order on service_ref (order_number) where state = 'PENDING';
