-- Files of a ticket. What is not known to be clean is never given out.
create table ticket_attachment (
  id bigint generated always as identity unique,
  attachment_id uuid primary key,
  ticket_number text not null references ticket,
  enterprise_id text not null,
  account_id text not null,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  sha256 text not null,
  content bytea not null,
  scan text not null,
  threat text,
  added_at timestamptz not null,
  added_by_id text not null,
  added_by_name text not null,
  source text not null
);
create index ticket_attachment_ticket on ticket_attachment (ticket_number, id);
create index ticket_attachment_unscanned on ticket_attachment (id) where scan = 'PENDING';
call tenant_table('ticket_attachment', 'account_id');

-- Reasons for outage: asked for by a customer, written by the provider.
create sequence rfo_number start 10000001;
create table rfo_request (
  id bigint generated always as identity unique,
  rfo_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  ticket_number text not null references ticket,
  service_id text not null,
  circuit_id text not null,
  reason text not null,
  contacts jsonb not null,
  state text not null,
  requested_at timestamptz not null,
  requested_by text not null,
  prepared_by text,
  declined_because text,
  finding jsonb,
  html text,
  pdf bytea,
  delivered_at timestamptz,
  version bigint not null
);
create index rfo_request_enterprise on rfo_request (enterprise_id, requested_at desc, id desc);
create unique index rfo_request_open on rfo_request (ticket_number) where state in ('REQUESTED', 'IN_PREPARATION', 'DELIVERED');
call tenant_table('rfo_request', 'account_id');

-- Trouble that comes back on a circuit, or on several circuits of a site.
create table chronic_finding (
  finding_id uuid primary key,
  enterprise_id text not null,
  account_id text not null,
  scope text not null,
  scope_id text not null,
  service_id text not null,
  ticket_numbers text[] not null,
  chronic_ticket text not null,
  detected_at timestamptz not null
);
create index chronic_finding_scope on chronic_finding (scope_id, scope, detected_at);
call tenant_table('chronic_finding', 'account_id');
