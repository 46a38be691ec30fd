-- What Spring's authorization server and session keep; the columns are theirs.

create table signing_key (
  kid text primary key,
  jwk text not null,
  created_at timestamptz not null default now()
);

create table oauth2_registered_client (
  id text primary key,
  client_id text not null unique,
  client_id_issued_at timestamptz not null default now(),
  client_secret text,
  client_secret_expires_at timestamptz,
  client_name text not null,
  client_authentication_methods text not null,
  authorization_grant_types text not null,
  redirect_uris text,
  post_logout_redirect_uris text,
  scopes text not null,
  client_settings text not null,
  token_settings text not null
);

create table oauth2_authorization (
  id text primary key,
  registered_client_id text not null,
  principal_name text not null,
  authorization_grant_type text not null,
  authorized_scopes text,
  attributes text,
  state text,
  authorization_code_value text,
  authorization_code_issued_at timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata text,
  access_token_value text,
  access_token_issued_at timestamptz,
  access_token_expires_at timestamptz,
  access_token_metadata text,
  access_token_type text,
  access_token_scopes text,
  oidc_id_token_value text,
  oidc_id_token_issued_at timestamptz,
  oidc_id_token_expires_at timestamptz,
  oidc_id_token_metadata text,
  refresh_token_value text,
  refresh_token_issued_at timestamptz,
  refresh_token_expires_at timestamptz,
  refresh_token_metadata text,
  user_code_value text,
  user_code_issued_at timestamptz,
  user_code_expires_at timestamptz,
  user_code_metadata text,
  device_code_value text,
  device_code_issued_at timestamptz,
  device_code_expires_at timestamptz,
  device_code_metadata text
);
create index oauth2_authorization_state on oauth2_authorization using hash (state);
create index oauth2_authorization_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_refresh_token on oauth2_authorization using hash (refresh_token_value);
create index oauth2_authorization_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_principal on oauth2_authorization (principal_name);
create index oauth2_authorization_client on oauth2_authorization (registered_client_id);
create index oauth2_authorization_expiry on oauth2_authorization
  (greatest(authorization_code_expires_at, access_token_expires_at, refresh_token_expires_at));

-- Refresh tokens that were replaced; whoever shows one again has stolen it, or was stolen from.
create table spent_refresh_token (
  token_hash text primary key,
  authorization_id text not null references oauth2_authorization on delete cascade
);
create index spent_refresh_token_authorization on spent_refresh_token (authorization_id);

create table oauth2_authorization_consent (
  registered_client_id text not null,
  principal_name text not null,
  authorities text not null,
  primary key (registered_client_id, principal_name)
);

create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
