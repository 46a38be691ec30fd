-- The cycle days that an account had before: days before "until" are in cycles of that day.
create table former_cycle_day (
  account_id text not null references billing_account (account_id),
  until date not null,
  enterprise_id text not null,
  bill_cycle_day int not null check (bill_cycle_day between 1 and 31),
  primary key (account_id, until)
);
call tenant_table('former_cycle_day', 'account_id');
