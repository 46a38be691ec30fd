-- The tests of a ticket and those who help with it.

create table ticket_test (
  id bigint generated always as identity unique,
  test_id uuid primary key,
  ticket_number text not null references ticket,
  enterprise_id text not null,
  account_id text not null,
  type text not null,
  intrusive boolean not null,
  requested_by_id text not null,
  requested_by_name text not null,
  requested_by_side text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  result text,
  measurements text
);
create index ticket_test_ticket on ticket_test (ticket_number, id);
call tenant_table('ticket_test', 'account_id');

create table ticket_fix_agent (
  id bigint generated always as identity unique,
  agent_id uuid primary key,
  ticket_number text not null references ticket,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  name text not null,
  vendor_ticket text,
  dispatch_from timestamptz,
  dispatch_until timestamptz,
  state text not null
);
create index ticket_fix_agent_ticket on ticket_fix_agent (ticket_number, id);
call tenant_table('ticket_fix_agent', 'account_id');
