-- Run once with psql, by a superuser, in the portal's new and empty database; the passwords come from the environment:
--   RELEVE_OWNER_PASSWORD=… RELEVE_PORTAL_PASSWORD=… psql --dbname releve --set ON_ERROR_STOP=1 --file database.sql
\getenv owner_password RELEVE_OWNER_PASSWORD
\getenv portal_password RELEVE_PORTAL_PASSWORD

-- What the portal may do; the migrations say what that is.
create role releve_portal nologin;
-- Owns the database: brings the schema up to date at the start, and does nothing else.
create role releve_owner login password :'owner_password';
alter database :"DBNAME" owner to releve_owner;
-- Answers the pages. Owns nothing.
create role releve login password :'portal_password' in role releve_portal;

-- No statement and no lock may keep a connection from all pages (OPS-03). The portal's own settings are shorter still.
alter role releve set statement_timeout = '10s';
alter role releve set lock_timeout = '3s';
alter role releve set idle_in_transaction_session_timeout = '30s';
-- A migration may take its time, and does not wait for long behind a page: those that come after it would wait too.
alter role releve_owner set statement_timeout = '0';
alter role releve_owner set lock_timeout = '30s';
alter role releve_owner set idle_in_transaction_session_timeout = '10min';
