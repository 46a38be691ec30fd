-- What there is to tell, once per event; and to whom it is told, once per recipient and channel.

create table occasion (
  id bigint generated always as identity primary key,
  kind text not null,
  aggregate_id text not null,
  part text not null,
  aggregate_version bigint not null,
  enterprise_id text,
  facts jsonb,
  at timestamptz not null,
  heard_at timestamptz not null default now(),
  decided boolean not null,
  unique nulls not distinct (kind, aggregate_id, part, aggregate_version, enterprise_id)
);
create index occasion_open on occasion (id) where not decided;
call tenant_table('occasion');

create table message (
  id bigint generated always as identity primary key,
  message_id uuid not null unique,
  occasion_id bigint not null references occasion,
  kind text not null,
  category text not null,
  channel text not null,
  enterprise_id text,
  account_id text,
  account_ids text[] not null,
  aggregate_id text not null,
  aggregate_version bigint not null,
  recipient text not null,
  recipient_name text,
  user_id text,
  member boolean not null,
  setting_id uuid,
  dedup_key text not null unique,
  stream_key text not null,
  template_version int not null,
  subject text not null,
  summary text not null,
  link text not null,
  state text not null,
  attempts int not null,
  refusals int not null,
  reason text,
  next_at timestamptz,
  lease_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  version bigint not null
);
create index message_due on message (next_at, id)
  where channel = 'EMAIL' and state in ('queued', 'retryScheduled');
create index message_leased on message (lease_until) where state = 'sending';
create index message_stream on message (stream_key, recipient, aggregate_version);
create index message_enterprise on message (enterprise_id, created_at desc, id desc);
create index message_log on message (created_at desc, id desc);
create index message_inbox on message (enterprise_id, user_id, created_at desc, id desc) where channel = 'PORTAL';
call tenant_table('message', 'account_id');

create table message_attempt (
  id bigint generated always as identity primary key,
  message_id uuid not null,
  enterprise_id text,
  account_id text,
  number int not null,
  at timestamptz not null,
  outcome text not null,
  detail text
);
create index message_attempt_message on message_attempt (message_id, id);
call tenant_table('message_attempt', 'account_id');
