-- Credit applications (domain b.2). An order that needs credit is not acknowledged before it is approved.

-- When an order needs credit; the amount of today is a default that the provider replaces over HTTP.
create table credit_policy (
  effective_from date primary key,
  monthly_threshold numeric(14, 2) not null,
  currency text not null,
  validity_months int not null
);
insert into credit_policy values ('2020-01-01', 25000.00, 'USD', 12);
revoke update, delete on credit_policy from ${appRole};

create sequence credit_application_number start 1000001;
create table credit_application (
  id bigint generated always as identity unique,
  application_number text primary key,
  enterprise_id text not null,
  account_id text not null,
  state text not null,
  legal_entity text not null,
  tax_id_sealed text, -- encrypted; the key is not in this database
  tax_id_last_four text,
  requested_credit numeric(14, 2) not null,
  currency text not null,
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  information text,
  verdict text,
  credit_limit numeric(14, 2),
  deposit_required numeric(14, 2),
  terms text,
  score int,
  valid_until date,
  decided_at timestamptz,
  decided_by text,
  created_at timestamptz not null,
  submitted_at timestamptz,
  version bigint not null
);
create index credit_application_enterprise on credit_application (enterprise_id, created_at desc, id desc);
create index credit_application_account on credit_application (account_id, created_at desc, id desc);
create index credit_application_queue on credit_application (state, created_at desc, id desc);
create index credit_application_ending on credit_application (valid_until)
  where state in ('APPROVED', 'APPROVED_WITH_DEPOSIT');
call tenant_table('credit_application', 'account_id');

create table credit_history (
  id bigint generated always as identity primary key,
  application_number text not null references credit_application,
  enterprise_id text not null,
  account_id text not null,
  at timestamptz not null,
  from_state text,
  to_state text not null,
  text text,
  actor_id text not null,
  actor_name text not null,
  source text not null
);
create index credit_history_application on credit_history (application_number, id);
call tenant_table('credit_history', 'account_id');
revoke update, delete on credit_history from ${appRole};

create table credit_document (
  document_id uuid primary key,
  application_number text not null references credit_application,
  enterprise_id text not null,
  account_id text not null,
  file_name text not null,
  media_type text not null,
  size int not null,
  sha256 text not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  source text not null
);
create index credit_document_application on credit_document (application_number, added_at);
call tenant_table('credit_document', 'account_id');
revoke update, delete on credit_document from ${appRole};
