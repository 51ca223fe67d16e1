-- How often the sessions of an account were ended. A sign-in takes a while: one that began before the last time is not among
-- the sessions that were ended, and is over all the same.
alter table account add column sessions_ended integer not null default 0;
