-- Services in the hierarchy, as order tells of them. A service belongs where its account belongs, so it is seen with its
-- account and moves with it; nobody writes it but what events say.
create table service_reference (
  service_id text primary key,
  account_id text not null,
  circuit_id text,
  product_code text,
  product_name text,
  site text,
  installed_at timestamptz,
  disconnected_at timestamptz
);
create index service_reference_account on service_reference (account_id, service_id);
alter table service_reference enable row level security;
create policy with_its_account on service_reference for select using (
  exists (select 1 from billing_account b where b.account_id = service_reference.account_id));
revoke insert, update, delete on service_reference from ${appRole};

-- In any order and any number of times: the latest installation describes the service, the latest step is its state.
create function tell_of_service(told_service text, told_account text, told_circuit text, told_code text, told_product text,
  told_site text, told_installed timestamptz, told_disconnected timestamptz) returns boolean
language sql security definer set search_path = public
as $$
  insert into service_reference as s (service_id, account_id, circuit_id, product_code, product_name, site, installed_at,
    disconnected_at)
  values (told_service, told_account, told_circuit, told_code, told_product, told_site, told_installed, told_disconnected)
  on conflict (service_id) do update set
    account_id = case when excluded.installed_at >= coalesce(s.installed_at, '-infinity') then excluded.account_id else s.account_id end,
    circuit_id = case when excluded.installed_at >= coalesce(s.installed_at, '-infinity') then excluded.circuit_id else s.circuit_id end,
    product_code = case when excluded.installed_at >= coalesce(s.installed_at, '-infinity') then excluded.product_code else s.product_code end,
    product_name = case when excluded.installed_at >= coalesce(s.installed_at, '-infinity') then excluded.product_name else s.product_name end,
    site = case when excluded.installed_at >= coalesce(s.installed_at, '-infinity') then excluded.site else s.site end,
    installed_at = greatest(s.installed_at, excluded.installed_at),
    disconnected_at = greatest(s.disconnected_at, excluded.disconnected_at)
  returning true
$$;

-- What was asked to be added, and what became of each line (domain b.1, AddAccountsRequest).
create table add_accounts_request (
  id bigint generated always as identity unique,
  request_id text primary key,
  enterprise_id text not null references enterprise,
  requested_by text not null,
  requested_at timestamptz not null,
  results jsonb not null
);
create index add_accounts_request_enterprise on add_accounts_request (enterprise_id, id);
call tenant_table('add_accounts_request');

-- An enterprise that was removed stays for its history.
alter table enterprise add column removed_at timestamptz;
