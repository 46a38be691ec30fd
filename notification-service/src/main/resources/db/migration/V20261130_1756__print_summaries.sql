-- What is printed of the bills of an account that is on paper: PAPER for all of them, or INVOICE_SUMMARY.
alter table delivery_preference add column paper text not null default 'PAPER';
