create sequence ticket_number start 10000001;

create table ticket (
  id bigint generated always as identity unique, -- breaks ties in lists
  ticket_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  origin text not null,
  state text not null,
  priority text not null,
  priority_rank int generated always as (
    case priority when 'CRITICAL' then 1 when 'HIGH' then 2 when 'MEDIUM' then 3 else 4 end) stored,
  kind text not null,
  service_id text not null,
  circuit_id text not null,
  description text not null,
  observed_impact text not null,
  issue_started_at timestamptz,
  auth_intrusive_testing boolean not null,
  auth_intrusive_testing_from timestamptz,
  auth_intrusive_testing_until timestamptz,
  auth_dispatch boolean not null,
  auth_after_hours_charge boolean not null,
  access_hours text,
  customer_reference text,
  technician_user_id text,
  technician_name text,
  technician_phone text,
  technician_email text,
  root_cause_code text,
  root_cause_party text,
  root_cause_text text,
  resolution text,
  resolved_at timestamptz,
  clock_started_at timestamptz not null,
  clock_target_seconds bigint not null,
  clock_counted_seconds bigint not null,
  clock_running_since timestamptz,
  clock_paused_because text,
  clock_restored_at timestamptz,
  clock_told_percent int not null,
  next_warning_at timestamptz, -- when the clock has something to say, if nothing pauses it
  escalation_level int not null,
  escalation_last_at timestamptz,
  opened_at timestamptz not null,
  opened_by_id text not null,
  opened_by_name text not null,
  opened_by_side text not null,
  ended_at timestamptz,
  version bigint not null
);
create index ticket_enterprise on ticket (enterprise_id, opened_at desc, id desc);
create index ticket_open_on_service on ticket (service_id, opened_at) where ended_at is null;
create index ticket_queue on ticket (priority_rank, id) where ended_at is null;
create index ticket_without_technician on ticket (opened_at) where technician_user_id is null and ended_at is null;
create index ticket_unanswered on ticket (resolved_at) where state = 'resolved';
create index ticket_warning on ticket (next_warning_at) where next_warning_at is not null;
call tenant_table('ticket', 'account_id');

create table ticket_contact (
  ticket_number text not null references ticket,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  role text not null,
  name text not null,
  email text not null,
  phone text,
  primary key (ticket_number, position)
);
call tenant_table('ticket_contact', 'account_id');

create table ticket_related (
  ticket_number text not null references ticket,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  related_number text not null,
  primary key (ticket_number, position)
);
call tenant_table('ticket_related', 'account_id');

-- Who answered for a ticket, one after the other.
create table ticket_accountability (
  ticket_number text not null references ticket,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  user_id text not null,
  name text not null,
  phone text,
  email text not null,
  since timestamptz not null,
  until timestamptz,
  reason text,
  primary key (ticket_number, position)
);
create unique index ticket_accountability_one on ticket_accountability (ticket_number) where until is null;
call tenant_table('ticket_accountability', 'account_id');

-- Everything that happened to a ticket, in order, notes included; only appended.
create table ticket_timeline (
  id bigint generated always as identity primary key,
  ticket_number text not null references ticket,
  enterprise_id text not null,
  account_id text not null,
  at timestamptz not null,
  kind text not null,
  note_id uuid unique,
  internal boolean not null,
  text text not null,
  actor_id text not null,
  actor_name text not null,
  source text not null
);
create index ticket_timeline_ticket on ticket_timeline (ticket_number, id);
call tenant_table('ticket_timeline', 'account_id');
revoke update, delete on ticket_timeline from ${appRole};
