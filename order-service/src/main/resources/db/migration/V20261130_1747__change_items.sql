-- A cancellation or another date can be asked for one item; null when about the whole order.
alter table order_request add column item_id text;

-- When the customer wants an item in particular; null while the order's date holds.
alter table order_item add column requested_kind text;
alter table order_item add column requested_date date;
