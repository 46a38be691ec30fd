create table memo (
  id bigint generated always as identity primary key,
  enterprise_id text not null,
  account_id text,
  text text not null,
  colour text not null,
  created_at timestamptz not null,
  version bigint not null
);
create index memo_enterprise on memo (enterprise_id, created_at desc, id desc);
call tenant_table('memo', 'account_id');

create table heard (
  key text primary key,
  words text not null,
  version bigint not null
);
