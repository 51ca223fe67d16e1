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
