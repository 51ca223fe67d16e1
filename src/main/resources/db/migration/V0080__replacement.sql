-- The words of a client's text, each with the end of the client's id before it: an index on them looks at one client only.
create function words_of_client(client_id uuid, words text) returns tsvector language sql immutable strict parallel safe
    return array_to_tsvector(array_remove(
        string_to_array(regexp_replace(words, '\S+', right(client_id::text, 8) || '.\&', 'g'), ' '), ''));

create table replacement_request (
    id                 uuid primary key,
    version            integer not null,
    code               text not null,
    client_id          uuid not null references client,
    facility_id        uuid not null,
    job_function_id    uuid not null references job_function,
    age_group_id       uuid not null references age_group,
    task_type_id       uuid not null references task_type,
    qualified          boolean not null,
    notes              text not null,
    -- Who would be welcome: the same person on all days, and a person by name, who came to the client before if there is an id.
    same_person        boolean not null default false,
    preferred_id       uuid references substitute,
    preferred_name     text not null default '',
    status             text not null check (status in ('DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'DECLINED', 'SEARCHING',
                           'PARTIALLY_FILLED', 'FILLED', 'IN_PROGRESS', 'COMPLETED', 'UNFILLED', 'CANCELLED')),
    decision           text check (decision in ('NEEDS_INFO', 'DECLINED', 'CANCELLED')),
    decision_reason    text,
    decision_at        timestamptz,
    decision_by        text,
    created_at         timestamptz not null,
    created_by         uuid not null,
    created_by_name    text not null,
    submitted_at       timestamptz,
    taken_at           timestamptz,
    -- Derived from the shifts and written in the same transaction, so that a list reads one row a request.
    first_start        timestamptz,
    last_end           timestamptz,
    shift_count        integer not null default 0 check (shift_count >= 0),
    filled_count       integer not null default 0 check (filled_count between 0 and shift_count),
    next_shift_id      uuid,
    next_change_at     timestamptz,
    -- Written by a listener after the row, since it holds names of other tables. Words for the staff alone begin with *.
    search_text        text not null default '',
    search_words       tsvector not null generated always as
                       (array_to_tsvector(array_remove(string_to_array(search_text, ' '), ''))) stored,
    -- Drafts first, then coming requests, soonest first, then past requests, latest first.
    list_order         bigint not null default 0,
    -- The first shift for which the service still has something to do.
    next_open_shift_id uuid,
    next_open_start    timestamptz,
    -- For sorting by status.
    status_rank        integer not null generated always as (array_position(array[
                           'DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'PARTIALLY_FILLED', 'FILLED', 'IN_PROGRESS',
                           'COMPLETED', 'UNFILLED', 'DECLINED', 'CANCELLED'], status)) stored,
    constraint replacement_request_code_once unique (code),
    constraint replacement_request_of_client unique (client_id, id),
    constraint replacement_request_facility_of_client foreign key (client_id, facility_id) references facility (client_id, id),
    constraint replacement_request_decision_explained check ((decision is null) = (decision_reason is null)
        and (decision is null) = (decision_at is null)),
    constraint replacement_request_preferred_by_name check (preferred_id is null or preferred_name <> ''),
    constraint replacement_request_open_whole check ((next_open_shift_id is null) = (next_open_start is null))
);
-- The task that begins and ends requests when their time comes.
create index replacement_request_due on replacement_request (next_change_at) where next_change_at is not null;
-- The filter « texte », of all clients and of one (two common words: 116 of 50,000 requests in 8 instead of 65 ms).
create index replacement_request_search on replacement_request using gin (search_words);
create index replacement_request_search_of_client on replacement_request using gin (words_of_client(client_id, search_text));
-- A manager's list, and the staff's list of one client. facility_id is included so that counting reads the index only
-- (1,000 of 1,500 requests: 0.2 instead of 3 ms).
create index replacement_request_of_client_in_order on replacement_request (client_id, list_order, id) include (facility_id);
-- A facility determines its client. Without this, the planner expects a handful of requests where there are thousands, and
-- sorts all of them for one page.
create statistics replacement_request_facility_of_client (dependencies) on client_id, facility_id from replacement_request;
-- The same lists, sorted by status or with one status only.
create index replacement_request_of_facility_in_order on replacement_request (client_id, facility_id, list_order, id);
create index replacement_request_of_client_by_status on replacement_request (client_id, status_rank, list_order, id);
-- The staff's list of all clients, in its order and by status.
create index replacement_request_in_order on replacement_request (list_order, id);
create index replacement_request_by_status on replacement_request (status_rank, list_order, id);
-- Requests with a shift to be filled or confirmed again, the most urgent first; also counted in the menu.
create index replacement_request_to_do on replacement_request (next_open_start, id) where next_open_start is not null;
create index replacement_request_to_do_by_status on replacement_request (status_rank, list_order, id)
    where next_open_start is not null;
create index replacement_request_to_do_of_client on replacement_request (client_id, list_order, id)
    where next_open_start is not null;
-- Counts the filter « du … au … » over all clients. The page itself is read in the order of the list; a period years ago
-- passes all later requests (0.2 s over 300,000 requests).
create index replacement_request_period on replacement_request using gist (tstzrange(first_start, last_end))
    where first_start is not null;
create index replacement_request_of_client_in_period on replacement_request using gist (client_id, tstzrange(first_start, last_end))
    where first_start is not null;

create table shift (
    id            uuid primary key,
    version       integer not null,
    request_id    uuid not null,
    client_id     uuid not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    zone          text not null,
    break_minutes integer not null,
    -- When the breaks are, as typed; empty where only their sum is known.
    break_text    text not null default '',
    status        text not null check (status in ('OPEN', 'CONFIRMED', 'WORKED', 'TO_RECONFIRM', 'NO_SHOW', 'UNFILLED', 'CANCELLED')),
    status_reason text,
    constraint shift_request_of_client foreign key (client_id, request_id) references replacement_request (client_id, id),
    constraint shift_times unique (id, starts_at, ends_at),
    constraint shift_of_client unique (client_id, id),
    constraint shift_ends_after_start check (starts_at < ends_at),
    constraint shift_paid_within_a_day check (
        break_minutes >= 0
        and extract(epoch from ends_at - starts_at) / 60 - break_minutes > 0
        and extract(epoch from ends_at - starts_at) / 60 - break_minutes <= 1440),
    -- One request asks for one person at a time, and again if that person did not come.
    constraint shift_once_per_request exclude using gist (
        request_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status not in ('CANCELLED', 'NO_SHOW'))
);
create index shift_of_request on shift (request_id, starts_at);
-- Who comes today.
create index shift_of_client_by_start on shift (client_id, starts_at) where status <> 'CANCELLED';

alter table replacement_request add constraint replacement_request_next_shift foreign key (next_shift_id)
    references shift on delete set null deferrable initially deferred;

-- What the service chose where the law leaves a choice of legal holidays: one row, which the portal can only change.
create table holiday_choice (
    id      uuid primary key,
    version integer not null,
    easter  text not null check (easter in ('GOOD_FRIDAY', 'EASTER_MONDAY'))
);
insert into holiday_choice (id, version, easter) values ('01980000-0000-7000-8000-000000000060', 0, 'GOOD_FRIDAY');
revoke insert, delete on holiday_choice from releve_portal;

create table assignment (
    id            uuid primary key,
    version       integer not null,
    shift_id      uuid not null,
    client_id     uuid not null,
    substitute_id uuid not null references substitute,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    status        text not null check (status in ('CONFIRMED', 'TO_RECONFIRM', 'CANCELLED')),
    assigned_at   timestamptz not null,
    assigned_by   text not null,
    constraint assignment_shift_of_client foreign key (client_id, shift_id) references shift (client_id, id),
    -- The times are those of the shift: a change of the shift cascades.
    constraint assignment_times_of_shift foreign key (shift_id, starts_at, ends_at)
        references shift (id, starts_at, ends_at) on update cascade deferrable initially deferred,
    -- A substitute has one shift at a time, also when two people assign at once. Shifts may touch.
    constraint substitute_booked_once exclude using gist (
        substitute_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status <> 'CANCELLED')
);
create unique index assignment_one_per_shift on assignment (shift_id) where status <> 'CANCELLED';
create index assignment_of_shift on assignment (shift_id);
-- The week of a candidate, and whether she was lately at a place of the client.
create index assignment_of_substitute on assignment (substitute_id, starts_at) include (ends_at, shift_id, client_id)
    where status <> 'CANCELLED';
create index assignment_by_time on assignment using gist (tstzrange(starts_at, ends_at, '[)'))
    include (substitute_id, shift_id, starts_at, ends_at) where status <> 'CANCELLED';

-- A client, place, person or entry of a catalog that was renamed, until its new name is added to the text of its requests. A
-- client may have 50,000 and a function 400,000: a task does it, some thousand requests at a time.
create table renamed (
    id       uuid primary key,
    words    text not null,
    -- The last request that was looked at, in the order of the ids.
    after_id uuid
);

-- The first argument begins each word: * for words that only the staff search. The others are the columns of the name.
create function note_renamed() returns trigger language plpgsql as $$
declare
    former text := (select string_agg(to_jsonb(old) ->> name, ' ') from unnest(tg_argv[1:]) name);
    present text := (select string_agg(to_jsonb(new) ->> name, ' ') from unnest(tg_argv[1:]) name);
begin
    if former <> present then
        insert into renamed (id, words) values (new.id, regexp_replace(searchable(present), '(\S+)', tg_argv[0] || '\1', 'g'))
            on conflict (id) do update set words = excluded.words || ' ' || renamed.words, after_id = null;
    end if;
    return null;
end $$;

create trigger job_function_renamed after update of name_fr, name_en on job_function for each row
    execute function note_renamed('', 'name_fr', 'name_en');
create trigger age_group_renamed after update of name_fr, name_en on age_group for each row
    execute function note_renamed('', 'name_fr', 'name_en');
create trigger task_type_renamed after update of name_fr, name_en on task_type for each row
    execute function note_renamed('', 'name_fr', 'name_en');
create trigger facility_renamed after update of name on facility for each row
    execute function note_renamed('', 'name');
create trigger substitute_renamed after update of first_name, last_name on substitute for each row
    execute function note_renamed('', 'first_name', 'last_name');
create trigger client_renamed after update of name on client for each row
    execute function note_renamed('*', 'name');
create trigger client_manager_renamed after update of first_name, last_name on client_manager for each row
    execute function note_renamed('*', 'first_name', 'last_name');
create trigger account_renamed after update of first_name, last_name on account for each row
    execute function note_renamed('*', 'first_name', 'last_name');

-- That a substitute is told of a change of an assignment. The notices of one change have the same queued_at.
create table notice (
    id            uuid primary key,
    version       integer not null,
    client_id     uuid not null,
    request_id    uuid not null,
    assignment_id uuid not null references assignment,
    substitute_id uuid not null references substitute,
    kind          text not null check (kind in ('CONFIRMED', 'CHANGED', 'CANCELLED', 'RELEASED', 'LATE')),
    channel       text not null check (channel in ('MAIL', 'CALL')),
    -- The times that she is told.
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    -- The change, and who made it.
    queued_at     timestamptz not null,
    queued_by     text not null,
    -- The mail, which is deleted long before the notice, and when it left.
    mail_id       uuid,
    left_at       timestamptz,
    -- The call, or what made it superfluous: she has seen the change, or there is something newer to tell.
    called_at     timestamptz,
    called_by     text,
    seen_at       timestamptz,
    replaced_at   timestamptz,
    constraint notice_request_of_client foreign key (client_id, request_id) references replacement_request (client_id, id),
    constraint notice_called_by_somebody check ((called_at is null) = (called_by is null)),
    constraint notice_mail_is_no_call check (channel = 'MAIL' or mail_id is null)
);
-- « À appeler », the most urgent first.
create index notice_to_call on notice (starts_at, id)
    where channel = 'CALL' and called_at is null and seen_at is null and replaced_at is null;
create unique index notice_one_call_an_assignment on notice (assignment_id)
    where channel = 'CALL' and called_at is null and seen_at is null and replaced_at is null;
create index notice_of_request on notice (request_id, substitute_id);
create index notice_of_assignment on notice (assignment_id);
create index notice_of_mail on notice (mail_id) where mail_id is not null;

-- A need and a weekly schedule that a facility uses again.
create table request_template (
    id              uuid primary key,
    version         integer not null,
    client_id       uuid not null references client,
    facility_id     uuid not null,
    name            text not null,
    job_function_id uuid not null references job_function,
    age_group_id    uuid not null references age_group,
    task_type_id    uuid not null references task_type,
    qualified       boolean not null,
    notes           text not null,
    same_person     boolean not null,
    preferred_id    uuid references substitute,
    preferred_name  text not null,
    start_time      time not null,
    end_time        time not null,
    break_minutes   integer not null check (break_minutes >= 0),
    break_text      text not null,
    -- A bit for each day, 1 for Monday and 64 for Sunday.
    weekdays        integer not null check (weekdays between 1 and 127),
    constraint request_template_facility_of_client foreign key (client_id, facility_id) references facility (client_id, id)
);
create unique index request_template_name_once on request_template (client_id, facility_id, fold(name));
