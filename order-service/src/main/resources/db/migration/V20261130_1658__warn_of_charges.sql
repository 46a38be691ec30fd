-- The last warning that the time to answer a charge runs out, in per cent of it; 0 while there was none.
alter table order_charge add column warned int not null default 0 check (warned in (0, 75, 90));
