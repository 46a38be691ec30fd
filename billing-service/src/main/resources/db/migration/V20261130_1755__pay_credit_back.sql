-- Credit that was paid back; parts say which payments and credits it was taken from.
create sequence refund_number start 10000001;
create table refund (
  id bigint generated always as identity primary key,
  refund_id text not null unique,
  enterprise_id text not null,
  account_id text not null,
  method text not null,
  amount numeric(16, 4) not null check (amount > 0),
  currency text not null,
  reference text not null,
  reason text not null,
  parts jsonb not null,
  paid_at timestamptz not null,
  paid_by text not null
);
create index refund_enterprise on refund (enterprise_id, paid_at desc, id desc);
call tenant_table('refund', 'account_id');
revoke update, delete on refund from ${appRole};
