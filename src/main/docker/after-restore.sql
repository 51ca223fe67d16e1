-- After a backup was restored, before the portal starts: what was given out before the backup must not work again, and what was queued
-- in it must not be sent twice (OPS-13). Run by the owner of the database:
--   psql --host … --username releve_owner --dbname releve --set ON_ERROR_STOP=1 --file after-restore.sql
-- All users sign in again; passwords and passkeys are those of the backup. An administrator releases the mails under « Courriels ».
begin;

-- Sessions, and the count by which an instance that still knows one refuses it.
delete from spring_session;
update account set sessions_ended = sessions_ended + 1;

-- Links in mails, changes of address that wait for theirs, and the cookies of known devices.
delete from account_token;
delete from email_change;
delete from known_device;

update outgoing_mail set status = 'HELD', version = version + 1 where status = 'QUEUED';
delete from scheduled_mail;

-- Tasks that were running when the backup was made belong to no instance.
update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked;

insert into security_event (id, at, event, facts)
values (uuidv7(), now(), 'session_ended', 'reason=restore');

commit;
