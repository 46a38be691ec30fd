-- Numbers of recent invoices, by which somebody who registers shows that an account is theirs (handbook S70). They belong
-- where their account belongs; only the platform itself looks into them.
create table recent_invoice (
  invoice_number text primary key,
  account_id text not null,
  bill_date date not null
);
create index recent_invoice_bill_date on recent_invoice (bill_date);
alter table recent_invoice enable row level security;
create policy platform_reads on recent_invoice using (current_setting('app.enterprise', true) = '*');
create policy events_append on recent_invoice for insert with check (true);

-- A request whose proof does not hold has no enterprise: nobody sees it, no mail is sent, and it goes when it expires.
create table registration (
  id bigint generated always as identity unique,
  registration_id text primary key,
  enterprise_id text references enterprise,
  segment text not null,
  account_id text not null,
  username text not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  phone text,
  time_zone text not null,
  state text not null,
  token_hash text unique,
  mailed_at timestamptz,
  submitted_at timestamptz not null,
  expires_at timestamptz not null,
  verified_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  reason text,
  user_id text,
  version bigint not null
);
create index registration_enterprise on registration (enterprise_id, id);
create index registration_to_mail on registration (id) where state = 'PENDING_EMAIL' and mailed_at is null and enterprise_id is not null;
create index registration_expiring on registration (expires_at) where state = 'PENDING_EMAIL';
create index registration_mailed on registration (lower(email), mailed_at);
call tenant_table('registration');
