-- The provider's planned work, by event: one row per GCR and enterprise, and one per affected service.

create table planned_work (
  gcr_number text not null,
  enterprise_id text not null,
  title text not null,
  state text not null,
  version bigint not null,
  primary key (gcr_number, enterprise_id)
);
call tenant_table('planned_work');

create table planned_work_service (
  gcr_number text not null,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null,
  impact text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (gcr_number, enterprise_id, service_id)
);
create index planned_work_service_service on planned_work_service (service_id, starts_at);
call tenant_table('planned_work_service', 'account_id');
