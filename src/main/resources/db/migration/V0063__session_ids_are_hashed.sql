-- The browser holds a random secret, this table only its SHA-256: whoever reads the table opens no session with it.
-- Sessions from before hold ids that were not hashed; their people sign in again.
delete from spring_session;
alter table spring_session alter column session_id type text;
