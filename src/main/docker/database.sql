-- The logins of the portal and what a dump of its database does not hold: roles, their settings, rights on the database itself.
-- Run with psql by a superuser in the portal's database: once when it is new and empty, and again before a backup is restored into a
-- new server, and after a change of a password. Running it again changes nothing else. The passwords come from the environment:
--   RELEVE_OWNER_PASSWORD=… RELEVE_PORTAL_PASSWORD=… psql --dbname releve --set ON_ERROR_STOP=1 --file database.sql
\getenv owner_password RELEVE_OWNER_PASSWORD
\getenv portal_password RELEVE_PORTAL_PASSWORD

do $$
begin
    -- What the portal may do; the migrations say what that is.
    if not exists (select from pg_roles where rolname = 'releve_portal') then
        create role releve_portal nologin;
    end if;
    -- Owns the database: brings the schema up to date at the start, and does nothing else.
    if not exists (select from pg_roles where rolname = 'releve_owner') then
        create role releve_owner login;
    end if;
    -- Answers the pages. Owns nothing.
    if not exists (select from pg_roles where rolname = 'releve') then
        create role releve login;
    end if;
end $$;
alter role releve_owner password :'owner_password';
alter role releve password :'portal_password';
grant releve_portal to releve;
alter database :"DBNAME" owner to releve_owner;
-- A temporary table would hide the table of the same name.
revoke temporary on database :"DBNAME" from public;

-- No statement and no lock may keep a connection from all pages (OPS-03). The portal's own settings are shorter still.
alter role releve set statement_timeout = '10s';
alter role releve set lock_timeout = '3s';
alter role releve set idle_in_transaction_session_timeout = '30s';
-- A migration may take its time, and does not wait for long behind a page: those that come after it would wait too.
alter role releve_owner set statement_timeout = '0';
alter role releve_owner set lock_timeout = '30s';
alter role releve_owner set idle_in_transaction_session_timeout = '10min';
