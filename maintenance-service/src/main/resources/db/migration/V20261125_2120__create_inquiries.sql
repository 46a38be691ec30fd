-- Questions of enterprises about GCRs that hit them.

create sequence inquiry_number start 10000001;

create table inquiry (
  id bigint generated always as identity unique,
  inquiry_number text primary key,
  enterprise_id text not null,
  gcr_number text not null references gcr,
  service_ids text[], -- null for all services that the GCR hits
  type text not null,
  customer_reference text,
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  text text not null,
  state text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answer text,
  decision text,
  answered_by text,
  answered_at timestamptz,
  closed_at timestamptz,
  version bigint not null
);
create index inquiry_enterprise on inquiry (enterprise_id, asked_at desc, id desc);
create index inquiry_gcr on inquiry (gcr_number);

-- Of an enterprise, and of those in it who may see one of the services that it is about.
alter table inquiry enable row level security;
create policy network on inquiry using (current_setting('app.enterprise', true) = '*');
create policy asker on inquiry using (
  enterprise_id = current_setting('app.enterprise', true)
  and exists (select 1 from service_impact i
    where i.gcr_number = inquiry.gcr_number and i.enterprise_id = inquiry.enterprise_id
      and (inquiry.service_ids is null or i.service_id = any (inquiry.service_ids))));
