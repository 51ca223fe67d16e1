#!/usr/bin/env bash
# Writes releve.aot, with which the JVM starts in half of the time: starts the portal on an empty PostgreSQL, asks for its first page
# and stops it. Run in the directory of the extracted portal, with java, psql and the programs of PostgreSQL 18 in the path, as a
# user that may be PostgreSQL's (not root).
set -euo pipefail
here=$(dirname "$0")
data=$(mktemp -d)
export RELEVE_OWNER_PASSWORD=for-trying-only RELEVE_PORTAL_PASSWORD=for-trying-only

initdb --pgdata "$data/postgres" --username postgres --auth trust --no-sync >/dev/null
pg_ctl --pgdata "$data/postgres" --wait --log "$data/postgres.log" \
    --options "-c listen_addresses=127.0.0.1 -c port=5499 -c unix_socket_directories=$data -c fsync=off" start >/dev/null
trap 'pg_ctl --pgdata "$data/postgres" --mode immediate stop >/dev/null; rm -rf "$data"' EXIT
psql --quiet --host "$data" --port 5499 --username postgres --dbname postgres --set ON_ERROR_STOP=1 --file "$here/database.sql"

java -XX:AOTCacheOutput=releve.aot "@$here/jvm.options" -jar releve.jar \
    --server.port=18080 --management.server.port=18081 \
    --spring.datasource.url=jdbc:postgresql://127.0.0.1:5499/postgres \
    --spring.datasource.username=releve --spring.datasource.password=for-trying-only \
    --spring.flyway.user=releve_owner --spring.flyway.password=for-trying-only \
    --spring.mail.host=127.0.0.1 --releve.base-url=http://localhost:18080 \
    --releve.mail.from=portail@example.test --releve.service.privacy-contact=nobody &
portal=$!
page() { exec 3<>/dev/tcp/127.0.0.1/18080 && printf 'GET /connexion HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q ' 200 ' <&3; }
until page 2>/dev/null; do
    kill -0 "$portal"
    sleep 1
done
kill "$portal"
# The JVM writes the cache at its end.
wait "$portal" || true
test -s releve.aot
