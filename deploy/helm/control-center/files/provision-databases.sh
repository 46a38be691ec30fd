#!/bin/bash
# Makes what each service needs of PostgreSQL: a database, the role that owns its tables and migrates them, and the role
# that the service signs in as, which owns nothing. Run again it changes only passwords.
# Reads PGHOST, PGPORT, PGUSER, PGPASSWORD (a role that may create roles and databases) and, for each context,
# <CONTEXT>_DB_OWNER_PASSWORD and <CONTEXT>_DB_PASSWORD.
set -eu

for context in ${CONTEXTS:-identity order repair maintenance billing notification}; do
  owner=${context^^}_DB_OWNER_PASSWORD
  app=${context^^}_DB_PASSWORD
  # passwords travel by environment, never as arguments
  CONTEXT=$context OWNER_PASSWORD=${!owner:?is not set} APP_PASSWORD=${!app:?is not set} \
    psql -X -q -v ON_ERROR_STOP=1 -d "${PGDATABASE:-postgres}" <<'SQL'
\getenv context CONTEXT
\getenv owner_password OWNER_PASSWORD
\getenv app_password APP_PASSWORD
\set owner :context _owner
\set app :context _app

select format('create role %I', name) from unnest(array[:'owner', :'app']) as name
where not exists (select 1 from pg_roles where rolname = name) \gexec
alter role :"owner" login password :'owner_password';
alter role :"app" login password :'app_password';

-- who is no superuser may give a database only to a role that it belongs to
select format('grant %I to current_user', :'owner') from pg_roles where rolname = current_user and not rolsuper \gexec
select format('create database %I owner %I', :'context', :'owner')
where not exists (select 1 from pg_database where datname = :'context') \gexec
revoke connect on database :"context" from public;
grant connect on database :"context" to :"app";
SQL
  echo "$context: database and roles are there"
done
