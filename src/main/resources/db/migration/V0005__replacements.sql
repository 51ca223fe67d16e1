create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table replacement_request (
    id              uuid primary key,
    version         integer not null,
    code            text not null,
    client_id       uuid not null references client,
    facility_id     uuid not null,
    job_function_id uuid not null references job_function,
    age_group_id    uuid not null references age_group,
    task_type_id    uuid not null references task_type,
    qualified       boolean not null,
    notes           text not null,
    status          text not null check (status in ('DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'DECLINED', 'SEARCHING', 'PARTIALLY_FILLED',
                        'FILLED', 'IN_PROGRESS', 'COMPLETED', 'UNFILLED', 'CANCELLED')),
    decision        text check (decision in ('NEEDS_INFO', 'DECLINED', 'CANCELLED')),
    decision_reason text,
    decision_at     timestamptz,
    decision_by     text,
    created_at      timestamptz not null,
    created_by      uuid not null,
    created_by_name text not null,
    submitted_at    timestamptz,
    taken_at        timestamptz,
    -- Kept with the shifts, in the same transaction, so that a list reads one row a request.
    first_start     timestamptz,
    last_end        timestamptz,
    shift_count     integer not null default 0 check (shift_count >= 0),
    filled_count    integer not null default 0 check (filled_count between 0 and shift_count),
    next_shift_id   uuid,
    next_change_at  timestamptz,
    search_text     text not null,
    constraint replacement_request_code_once unique (code),
    constraint replacement_request_of_client unique (client_id, id),
    constraint replacement_request_facility_of_client foreign key (client_id, facility_id) references facility (client_id, id),
    constraint replacement_request_decision_explained check ((decision is null) = (decision_reason is null)
        and (decision is null) = (decision_at is null))
);
-- A manager's list, newest first; its drafts (without a first start) come first.
create index replacement_request_of_client_by_start on replacement_request (client_id, first_start desc, id desc);
-- The staff's list: what is open in the order in which it starts.
create index replacement_request_by_status_start on replacement_request (status, first_start, id);
create index replacement_request_by_start on replacement_request (first_start desc, id desc);
create index replacement_request_by_facility on replacement_request (facility_id, first_start desc, id desc);
-- The task that moves what begins or ends by itself.
create index replacement_request_due on replacement_request (next_change_at) where next_change_at is not null;
-- The filter « texte ».
create index replacement_request_search on replacement_request using gin (search_text gin_trgm_ops);

create table shift (
    id            uuid primary key,
    version       integer not null,
    request_id    uuid not null,
    client_id     uuid not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    zone          text not null,
    break_minutes integer not null,
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
    -- One request asks for one person at a time.
    constraint shift_once_per_request exclude using gist (
        request_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status <> 'CANCELLED')
);
create index shift_of_request on shift (request_id, starts_at);
alter table replacement_request add constraint replacement_request_next_shift foreign key (next_shift_id)
    references shift on delete set null deferrable initially deferred;

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
    -- The times are those of the shift: the database carries a change of the shift over.
    constraint assignment_times_of_shift foreign key (shift_id, starts_at, ends_at)
        references shift (id, starts_at, ends_at) on update cascade deferrable initially deferred,
    -- Nobody is in two places at once, whoever books at the same moment. Touching ends are fine.
    constraint substitute_booked_once exclude using gist (
        substitute_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status <> 'CANCELLED')
);
create unique index assignment_one_per_shift on assignment (shift_id) where status <> 'CANCELLED';
create index assignment_of_shift on assignment (shift_id);
