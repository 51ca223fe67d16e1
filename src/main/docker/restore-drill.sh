#!/usr/bin/env bash
# Proves that a backup can be restored: restores it into an empty PostgreSQL of its own, ends what was open in it, starts the portal
# on it, and removes everything again. The time of the success is written as a metric for the textfile collector of node_exporter.
#   PORTAL_JAR=/opt/releve/releve.jar restore-drill.sh releve.dump [/var/lib/prometheus/node-exporter/releve.prom]
# Needs java and the programs of PostgreSQL 18 in the path; runs as a user that may be PostgreSQL's (not root).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dump=$1
metric=${2:-}
data=$(mktemp -d)
export RELEVE_OWNER_PASSWORD=for-trying-only RELEVE_PORTAL_PASSWORD=for-trying-only
export PGHOST=$data PGPORT=5498 PGUSER=postgres PGDATABASE=releve

initdb --pgdata "$data/postgres" --username postgres --auth trust --no-sync >/dev/null
pg_ctl --pgdata "$data/postgres" --wait --log "$data/postgres.log" \
    --options "-c listen_addresses=127.0.0.1 -c port=$PGPORT -c unix_socket_directories=$data -c fsync=off" start >/dev/null
portal=
finish() {
    if [ -n "$portal" ]; then
        kill "$portal" 2>/dev/null || true
        wait "$portal" || true
    fi
    pg_ctl --pgdata "$data/postgres" --mode immediate stop >/dev/null
    rm -rf "$data"
}
trap finish EXIT

createdb releve
psql --quiet --set ON_ERROR_STOP=1 --file "$here/database.sql"
pg_restore --exit-on-error --dbname releve "$dump"
psql --quiet --username releve_owner --set ON_ERROR_STOP=1 --file "$here/after-restore.sql"
psql --no-align --tuples-only --command "
    select 'newest entry of the history: ' || coalesce(max(at)::text, 'none') from history_entry
    union all select 'requests: ' || count(*) from replacement_request
    union all select 'hours: ' || count(*) from time_entry
    union all select 'accounts: ' || count(*) from account
    union all select 'held mails: ' || count(*) from outgoing_mail where status = 'HELD'"

# The portal compares the schema with its migrations, and checks the login, before it answers.
java -jar "$PORTAL_JAR" --server.port=18082 --management.server.port=18083 \
    --spring.datasource.url="jdbc:postgresql://127.0.0.1:$PGPORT/releve" \
    --spring.datasource.username=releve --spring.datasource.password=for-trying-only \
    --spring.flyway.user=releve_owner --spring.flyway.password=for-trying-only \
    --spring.mail.host=127.0.0.1 --spring.mail.port=1 --releve.base-url=http://localhost:18082 \
    --releve.mail.from=portail@example.test --releve.service.privacy-contact=nobody >"$data/portal.log" 2>&1 &
portal=$!
page() { exec 3<>/dev/tcp/127.0.0.1/18082 && printf 'GET /connexion HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q ' 200 ' <&3; }
until page 2>/dev/null; do
    kill -0 "$portal" 2>/dev/null || { tail -n 20 "$data/portal.log"; exit 1; }
    sleep 1
done
echo "The portal answers on the restored backup."

if [ -n "$metric" ]; then
    echo "releve_restore_drill_timestamp_seconds $(date +%s)" >"$metric.new"
    mv "$metric.new" "$metric"
fi
