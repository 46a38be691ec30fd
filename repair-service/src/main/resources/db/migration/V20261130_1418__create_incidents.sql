-- Known incidents of the provider. An incident is seen through the services that it affects.
create sequence incident_number start 10000001;

create table incident (
  id bigint generated always as identity unique,
  incident_number text primary key,
  title text not null,
  description text not null,
  state text not null,
  started_at timestamptz not null,
  expected_end_at timestamptz,
  root_cause_code text,
  root_cause_party text,
  resolution text,
  declared_at timestamptz not null,
  declared_by text not null,
  closed_at timestamptz,
  version bigint not null
);

create table incident_service (
  incident_number text not null references incident,
  enterprise_id text not null,
  account_id text not null,
  service_id text not null,
  circuit_id text,
  primary key (incident_number, service_id)
);
create index incident_service_service on incident_service (service_id);
create index incident_service_enterprise on incident_service (enterprise_id);
call tenant_table('incident_service', 'account_id');

create table incident_update (
  id bigint generated always as identity primary key,
  incident_number text not null references incident,
  at timestamptz not null,
  text text not null
);
create index incident_update_incident on incident_update (incident_number, id);
revoke update, delete on incident_update from ${appRole};
