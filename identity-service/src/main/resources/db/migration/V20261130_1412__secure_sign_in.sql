-- Second factors, passwords that may not come again, resets, and who is signed in where.

-- per enterprise: what it asks of those who work for it
create table sign_in_policy (
  enterprise_id text primary key references enterprise,
  second_factor_required boolean not null,
  changed_at timestamptz not null,
  version bigint not null
);
call tenant_table('sign_in_policy');

create table second_factor (
  user_id text primary key references app_user,
  secret text not null, -- sealed, see SecretBox
  confirmed_at timestamptz, -- null while it is being set up
  last_step bigint not null, -- of the code that was used last: none works twice
  created_at timestamptz not null
);

create table recovery_code (
  user_id text not null references app_user,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table password_history (
  id bigint generated always as identity primary key,
  user_id text not null references app_user,
  password_hash text not null,
  replaced_at timestamptz not null
);
create index password_history_user on password_history (user_id, id desc);

-- what somebody typed who forgot the password: kept until it was looked up, known or not
create table password_reset_wish (
  id bigint generated always as identity primary key,
  typed text not null,
  address text not null,
  at timestamptz not null
);

create table password_reset (
  token_hash text primary key,
  user_id text not null references app_user,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_user on password_reset (user_id);

-- one browser in which somebody signed in, and what was authorized from it; in real time, like tokens
create table sign_in (
  sign_in_id text primary key,
  user_id text not null references app_user,
  session_id text not null,
  at timestamptz not null,
  address text not null,
  user_agent text not null,
  second_factor boolean not null
);
create index sign_in_user on sign_in (user_id);
create index sign_in_session on sign_in (session_id);

create table sign_in_authorization (
  authorization_id text primary key references oauth2_authorization on delete cascade,
  sign_in_id text not null
);
create index sign_in_authorization_sign_in on sign_in_authorization (sign_in_id);
