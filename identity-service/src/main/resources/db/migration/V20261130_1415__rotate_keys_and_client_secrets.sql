-- Keys that sign tokens: when they were due by the business clock, and since when a newer one signs in their place.
alter table signing_key add column made_at timestamptz not null default now();

-- Partners' programs: several secrets at a time, or keys of their own.
alter table api_client add column jwks jsonb;
alter table api_client add column post_logout_redirect_uris text[] not null default '{}';
update api_client c set post_logout_redirect_uris = string_to_array(r.post_logout_redirect_uris, ',')
from oauth2_registered_client r where r.client_id = c.client_id and coalesce(r.post_logout_redirect_uris, '') <> '';

create table api_client_secret (
  id bigint generated always as identity unique,
  secret_id text primary key,
  client_id text not null references api_client,
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index api_client_secret_client on api_client_secret (client_id, id);
insert into api_client_secret (secret_id, client_id, secret_hash, created_at)
select 'first-' || c.client_id, c.client_id, r.client_secret, c.created_at
from api_client c join oauth2_registered_client r using (client_id) where r.client_secret is not null;

-- a signed assertion proves a client once
create table used_client_assertion (
  assertion_hash text primary key,
  expires_at timestamptz not null
);
create index used_client_assertion_expiry on used_client_assertion (expires_at);
