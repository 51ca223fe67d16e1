-- What « Mes sessions » shows; the portal ends sessions itself, by its own clock.
alter table spring_session
    add column signed_in_at timestamptz,
    add column user_agent   text,
    add column address      text;
drop index spring_session_ix2;
create index spring_session_by_last_use on spring_session (last_access_time);
