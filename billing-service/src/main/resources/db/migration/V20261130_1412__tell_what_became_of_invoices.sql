-- What happens to an invoice after it was issued. None of it is what the invoice says, so none of it is guarded by the
-- trigger that keeps that.

alter table invoice
  add paid_amount numeric(16, 4) not null default 0,
  add credited_amount numeric(16, 4) not null default 0,
  add disputed_amount numeric(16, 4) not null default 0,
  add past_due boolean not null default false;
create index invoice_open on invoice (account_id, bill_date, id) where state in ('issued', 'partiallyPaid');

-- Only of lines that somebody disputed.
create table invoice_line_state (
  invoice_id bigint not null,
  line_number int not null,
  enterprise_id text not null,
  account_id text not null,
  state text not null,
  primary key (invoice_id, line_number)
);
call tenant_table('invoice_line_state', 'account_id');

-- What a one-time charge or credit comes from: the order, the ticket, the invoice that was paid late.
alter table one_time_charge add source_ref text;
