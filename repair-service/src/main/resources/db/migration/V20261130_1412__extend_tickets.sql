-- Severity and public safety of a report, times in which the clock stood still, and what a ticket follows.

alter table ticket
  add severity text not null default 'AFFECTS_SERVICE',
  add public_safety boolean not null default false,
  add chronic boolean not null default false, -- set by chronic detection, not by the ticket itself
  add chronic_examined boolean not null default false;
create index ticket_unexamined on ticket (ended_at) where state = 'closed' and not chronic_examined;
create index ticket_circuit on ticket (circuit_id, opened_at);
create index ticket_restored on ticket (enterprise_id, clock_restored_at) where clock_restored_at is not null;

create table ticket_pause (
  ticket_number text not null references ticket,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  because text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (ticket_number, position)
);
call tenant_table('ticket_pause', 'account_id');

create table ticket_link (
  ticket_number text not null references ticket,
  position int not null,
  enterprise_id text not null,
  account_id text not null,
  type text not null,
  target_id text not null,
  since timestamptz not null,
  primary key (ticket_number, position)
);
create index ticket_link_target on ticket_link (target_id, type);
call tenant_table('ticket_link', 'account_id');

-- What the provider knows of a service beyond its circuit: where it ends, what it is, and its restoration priority.
alter table service_ref drop constraint service_ref_state_check;
alter table service_ref
  add constraint service_ref_state_check check (state in ('PENDING', 'INSTALLED', 'DISCONNECTED')),
  add product_code text,
  add site_id text,
  add site_name text,
  add tsp_code text,
  add disconnected_at timestamptz;

-- The time in which a service is to be restored, by priority; of a product, else of all.
create table restore_target (
  priority text not null,
  product_code text not null, -- '*' for every product without a target of its own
  minutes int not null check (minutes > 0),
  primary key (priority, product_code)
);
insert into restore_target values ('CRITICAL', '*', 240), ('HIGH', '*', 480), ('MEDIUM', '*', 1440), ('LOW', '*', 4320);

-- What a technician can do, and how much at once.
alter table technician
  add open_tickets int not null default 0,
  add max_open_tickets int check (max_open_tickets >= 0);
update technician set open_tickets = (
  select count(*) from ticket where technician_user_id = technician.user_id and ended_at is null);
create table technician_skill (
  user_id text not null references technician,
  skill text not null,
  primary key (user_id, skill)
);
