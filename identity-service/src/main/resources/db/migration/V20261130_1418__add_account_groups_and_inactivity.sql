-- Account groups: named sets of accounts that are granted as one.
create table account_group (
  id bigint generated always as identity unique,
  group_id text primary key,
  enterprise_id text not null references enterprise,
  name text not null,
  account_ids text[] not null,
  created_at timestamptz not null,
  version bigint not null,
  unique (enterprise_id, name)
);
call tenant_table('account_group');

-- account_ids stays what counts: the accounts that were listed, and those of the groups. Tokens read nothing else.
alter table membership
  add column listed_account_ids text[] not null default '{}',
  add column account_group_ids text[] not null default '{}';
update membership set listed_account_ids = account_ids;

-- The inactivity clock of a user (domain b.1), and when it is worth looking at next.
alter table app_user
  add column unused_since timestamptz,
  add column inactive_since timestamptz,
  add column inactivity_warned_of text,
  add column next_inactivity_step_at timestamptz;
update app_user set unused_since = coalesce(last_sign_in_at, created_at),
  inactive_since = case when status = 'INACTIVE' then coalesce(last_sign_in_at, created_at) end,
  next_inactivity_step_at = case when status in ('ACTIVE', 'INACTIVE') and cardinality(provider_roles) = 0 then created_at end;
alter table app_user alter column unused_since set not null;
create index app_user_next_inactivity_step on app_user (next_inactivity_step_at)
  where next_inactivity_step_at is not null;
