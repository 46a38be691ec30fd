-- People and their grants, partner clients and theirs. A person belongs to no enterprise; a grant does.

create table app_user (
  id bigint generated always as identity unique,
  user_id text primary key,
  username text not null unique, -- in lower case; stays taken when the user is deleted
  email text not null,
  first_name text not null,
  last_name text not null,
  phone text,
  time_zone text not null,
  status text not null,
  provider_roles text[] not null,
  password_hash text,
  default_enterprise text,
  notification_setup_done boolean not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  version bigint not null
);

create table membership (
  id bigint generated always as identity unique,
  user_id text not null references app_user,
  enterprise_id text not null references enterprise,
  admin boolean not null,
  permissions text[] not null,
  all_accounts boolean not null,
  account_ids text[] not null,
  granted_at timestamptz not null,
  version bigint not null,
  primary key (user_id, enterprise_id)
);
create index membership_enterprise on membership (enterprise_id, id);
call tenant_table('membership');

-- Whether a user has a grant besides the one here, without saying where.
create function is_member_elsewhere(wanted text, here text) returns boolean
language sql stable security definer set search_path = public
as $$ select exists (select 1 from membership where user_id = wanted and enterprise_id <> here) $$;

create table invitation (
  token_hash text primary key,
  user_id text not null references app_user,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_user on invitation (user_id);

create table sign_in_throttle (
  key text primary key, -- a hash of the user name or of the address
  failures int not null,
  locked_until timestamptz,
  last_failure_at timestamptz not null
);

create table api_client (
  id bigint generated always as identity unique,
  client_id text primary key,
  name text not null,
  kind text not null,
  status text not null,
  redirect_uris text[] not null,
  permissions text[] not null,
  created_at timestamptz not null,
  version bigint not null
);

create table api_client_enterprise (
  client_id text not null references api_client,
  enterprise_id text not null references enterprise,
  primary key (client_id, enterprise_id)
);
create index api_client_enterprise_enterprise on api_client_enterprise (enterprise_id);
call tenant_table('api_client_enterprise');
