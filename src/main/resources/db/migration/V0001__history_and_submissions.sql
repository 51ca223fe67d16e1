-- What happened, who did it, when and why. Rows are only ever added.
create table history_entry (
    id          uuid primary key,
    at          timestamptz not null,
    actor_kind  text not null check (actor_kind in ('MANAGER', 'STAFF', 'SYSTEM')),
    actor_id    uuid,
    actor_name  text not null,
    client_id   uuid,
    request_id  uuid,
    subject_id  uuid not null,
    event       text not null,
    facts       text[] not null default '{}',
    reason      text,
    constraint history_entry_actor_known check (actor_kind = 'SYSTEM' or actor_id is not null)
);
-- The history on the page of a request, of a person and of a client, newest first.
create index history_entry_of_request on history_entry (request_id, at desc, id desc) where request_id is not null;
create index history_entry_of_subject on history_entry (subject_id, at desc, id desc);
create index history_entry_of_client on history_entry (client_id, at desc, id desc);
create index history_entry_of_actor on history_entry (actor_id, at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger history_entry_append_only before update or delete on history_entry
    for each row execute function refuse_change();

-- One row a pressed button: the second press finds the first one's answer.
create table submission (
    id         uuid primary key,
    account_id uuid,
    at         timestamptz not null,
    target     text
);
create index submission_by_age on submission (at);
