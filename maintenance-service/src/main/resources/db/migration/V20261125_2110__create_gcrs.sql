-- A GCR is the provider's: one row, whoever is hit. Its impacts are the tenants' rows. A tenant sees a GCR, its windows and
-- its log through the impacts that row-level security shows it, once customers were told (docs/decisions).

create sequence gcr_number start 100000001 maxvalue 999999999;

create table gcr (
  id bigint generated always as identity unique, -- breaks ties in lists
  gcr_number text primary key,
  state text not null,
  designation text not null,
  category text not null,
  title text not null,
  reason text,
  description text,
  third_party boolean not null,
  locations jsonb not null,
  starts_at timestamptz,
  ends_at timestamptz,
  overrun boolean not null,
  sequence int,
  first_notice_at timestamptz,
  noticed_at timestamptz,
  lead_time_hours bigint,
  created_at timestamptz not null,
  created_by text not null,
  version bigint not null
);
create index gcr_starts_at on gcr (starts_at, id);

create table gcr_window (
  gcr_number text not null references gcr,
  number int not null,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  state text not null,
  overrun boolean not null,
  next_reminder_at timestamptz,
  primary key (gcr_number, number),
  check (ends_at > starts_at)
);
create index gcr_window_running on gcr_window (ends_at) where state = 'inProgress' and not overrun;
create index gcr_window_reminder on gcr_window (next_reminder_at) where next_reminder_at is not null;
create index gcr_window_time on gcr_window (starts_at, ends_at);

create table service_impact (
  id bigint generated always as identity unique,
  gcr_number text not null references gcr,
  window_number int not null,
  service_id text not null,
  enterprise_id text not null,
  account_id text not null,
  circuit_id text not null,
  bandwidth text not null,
  a_location text,
  z_location text,
  order_number text not null,
  impact text not null,
  max_duration_minutes int not null,
  outcome text not null,
  primary key (gcr_number, window_number, service_id)
);
create index service_impact_enterprise on service_impact (enterprise_id, gcr_number);
create index service_impact_list on service_impact (gcr_number, id);
create index service_impact_service on service_impact (service_id, gcr_number);
call tenant_table('service_impact', 'account_id');

-- What customers were told and how the work goes, in order; only appended.
create table gcr_update (
  id bigint generated always as identity primary key,
  gcr_number text not null references gcr,
  at timestamptz not null,
  sequence int,
  text text not null,
  author text not null
);
create index gcr_update_gcr on gcr_update (gcr_number, id);
revoke update, delete on gcr_update from ${appRole};

-- That an enterprise was told; the message itself is notification's.
create table gcr_notice (
  id bigint generated always as identity primary key,
  gcr_number text not null references gcr,
  enterprise_id text not null,
  sequence int not null,
  kind text not null,
  at timestamptz not null
);
create index gcr_notice_gcr on gcr_notice (gcr_number, enterprise_id, id);
call tenant_table('gcr_notice');
revoke update, delete on gcr_notice from ${appRole};

alter table gcr enable row level security;
create policy network on gcr using (current_setting('app.enterprise', true) = '*');
create policy affected on gcr for select using (
  first_notice_at is not null
  and exists (select 1 from service_impact i
    where i.gcr_number = gcr.gcr_number and i.enterprise_id = current_setting('app.enterprise', true)));

alter table gcr_window enable row level security;
create policy network on gcr_window using (current_setting('app.enterprise', true) = '*');
create policy affected on gcr_window for select using (
  exists (select 1 from gcr g where g.gcr_number = gcr_window.gcr_number));

alter table gcr_update enable row level security;
create policy network on gcr_update using (current_setting('app.enterprise', true) = '*');
create policy affected on gcr_update for select using (
  exists (select 1 from gcr g where g.gcr_number = gcr_update.gcr_number));
