-- Meetings of the account team with its customer (handbook S9). An occasion is met once.
create table engagement (
  id bigint generated always as identity unique,
  engagement_id text primary key,
  enterprise_id text not null references enterprise,
  account_id text,
  kind text not null,
  occasion text not null,
  state text not null,
  scheduled_at timestamptz not null,
  note text,
  outcome text,
  created_at timestamptz not null,
  version bigint not null,
  unique (enterprise_id, kind, occasion)
);
create index engagement_enterprise on engagement (enterprise_id, scheduled_at, id);
call tenant_table('engagement', 'account_id');

-- Quarters whose reviews were all scheduled.
create table quarterly_round (
  quarter text primary key,
  done_at timestamptz not null
);

insert into account_team_role values
  (9, 'SERVICE_MANAGER', 'Service manager',
   'Looks after your installed services: their performance, their changes and what was agreed about them.');
