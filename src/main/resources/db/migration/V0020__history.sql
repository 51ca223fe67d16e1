-- What happened, who did it, when and why. Append-only, until the retention period ends (see V0110__privacy.sql).
create table history_entry (
    id             uuid primary key,
    at             timestamptz not null,
    actor_kind     text not null check (actor_kind in ('MANAGER', 'STAFF', 'SYSTEM')),
    actor_id       uuid,
    actor_name     text not null,
    client_id      uuid,
    request_id     uuid,
    subject_id     uuid not null,
    event          text not null,
    facts          text[] not null default '{}',
    reason         text,
    -- The number of the HTTP request, as in the log and in the security events; null for a background task.
    request_number text,
    constraint history_entry_actor_known check (actor_kind = 'SYSTEM' or actor_id is not null)
);
-- The history of a replacement request, of a person and of a client, newest first.
create index history_entry_of_request on history_entry (request_id, at desc, id desc) where request_id is not null;
create index history_entry_of_subject on history_entry (subject_id, at desc, id desc);
create index history_entry_of_client on history_entry (client_id, at desc, id desc);
create index history_entry_of_actor on history_entry (actor_id, at desc, id desc);
-- The history of the client itself, without its requests.
create index history_entry_of_client_itself on history_entry (client_id, at desc, id desc) where request_id is null;

-- What is older than the retention period, whichever request it is of: some kilobytes, since rows are added in the order of time.
create index history_entry_by_age on history_entry using brin (at);

revoke update, delete on history_entry from releve_portal;

-- Whether the present statement belongs to one of the functions of V0110__privacy.sql: they set the parameter, and only they run
-- as the owner of the table for the portal.
create function is_erasing() returns boolean language sql stable as $$
    select coalesce(current_setting('releve.erasing', true) = 'on'
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = 'public.history_entry'::regclass), false)
$$;

-- The triggers refuse the owner of the table too.
create function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op <> 'TRUNCATE' and is_erasing() then
        return coalesce(new, old);
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger history_entry_append_only before update or delete on history_entry
    for each row execute function refuse_change();
create trigger history_entry_never_emptied before truncate on history_entry
    for each statement execute function refuse_change();
