#!/bin/bash
# The official image's contract, as far as tests and compose.yaml use it: POSTGRES_USER, POSTGRES_PASSWORD (or _FILE),
# POSTGRES_DB, POSTGRES_INITDB_ARGS, PGDATA, /docker-entrypoint-initdb.d; first start, later starts.
# shellcheck disable=SC2016,SC2086  # the inner shell expands; POSTGRES_INITDB_ARGS is a list
set -e
if [ "${1:0:1}" = '-' ]; then set -- postgres "$@"; fi
if [ "$1" != postgres ]; then exec "$@"; fi

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres /var/lib/postgresql "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec su postgres -s /bin/bash -c 'exec "$0" "$@"' -- "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  [ -z "$POSTGRES_PASSWORD_FILE" ] || POSTGRES_PASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
  initdb -D "$PGDATA" -U "$user" --pwfile=<(printf '%s\n' "${POSTGRES_PASSWORD:?is not set}") \
    -A scram-sha-256 --auth-local=trust -E UTF8 --locale=C.UTF-8 $POSTGRES_INITDB_ARGS
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -c unix_socket_directories=/var/run/postgresql" -w start
  export PGHOST=/var/run/postgresql PGUSER=$user
  [ "$database" = postgres ] || psql -q -d postgres -c "create database \"$database\""
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) PGDATABASE=$database bash "$file" ;;
      *.sql) psql -v ON_ERROR_STOP=1 -d "$database" -f "$file" ;;
    esac
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
fi
exec "$@" -c "listen_addresses=*" -c unix_socket_directories=/var/run/postgresql
