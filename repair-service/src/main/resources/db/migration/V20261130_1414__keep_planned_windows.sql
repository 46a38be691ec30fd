-- Planned work by window, each in its own state: one that was cancelled, put off or moved excuses nothing.

alter table planned_work add sequence bigint not null default 0;

create table planned_window (
  gcr_number text not null,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null,
  window_id text not null,
  impact text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null,
  overrun boolean not null,
  primary key (gcr_number, enterprise_id, service_id, window_id)
);
create index planned_window_service on planned_window (service_id, starts_at);
call tenant_table('planned_window', 'account_id');

insert into planned_window
select s.gcr_number, s.enterprise_id, s.account_id, s.service_id, s.gcr_number || '-1', s.impact, s.starts_at, s.ends_at,
  w.state, false
from planned_work_service s join planned_work w using (gcr_number, enterprise_id);
drop table planned_work_service;
