-- What happened at the doors. No foreign keys: it outlives what it tells of, and holds ids of accounts that never were ours to check.
create table security_event (
    id         uuid primary key,
    at         timestamptz not null,
    event      text not null,
    account_id uuid,
    client_id  uuid,
    address    text,
    request_id text,
    facts      text not null
);
-- The page of the events, all or of one kind, and those of one account, newest first.
create index security_event_by_age on security_event (at desc, id desc);
create index security_event_by_kind on security_event (event, at desc, id desc);
create index security_event_of_account on security_event (account_id, at desc, id desc) where account_id is not null;
