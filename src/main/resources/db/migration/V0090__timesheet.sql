create table time_entry (
    id                     uuid primary key,
    version                integer not null,
    client_id              uuid not null,
    request_id             uuid not null,
    shift_id               uuid not null,
    facility_id            uuid not null,
    substitute_id          uuid not null references substitute,
    correction_of          uuid references time_entry,
    status                 text not null check (status in ('TO_FILL', 'SUBMITTED', 'APPROVED', 'LOCKED', 'RETURNED')),
    zone                   text not null,
    planned_starts_at      timestamptz not null,
    planned_ends_at        timestamptz not null,
    planned_break_minutes  integer not null check (planned_break_minutes >= 0),
    planned_minutes        integer not null check (planned_minutes between 0 and 1440),
    declared_starts_at     timestamptz,
    declared_ends_at       timestamptz,
    declared_break_minutes integer check (declared_break_minutes >= 0),
    declared_minutes       integer check (declared_minutes between 0 and 1440),
    declared_meal          boolean,
    declared_note          text,
    adjusted_minutes       integer not null default 0,
    final_minutes          integer generated always as (declared_minutes + adjusted_minutes) stored,
    meal                   boolean,
    submitted_at           timestamptz,
    submitted_by           text,
    approved_at            timestamptz,
    approved_by            text,
    returned_reason        text,
    status_rank            integer not null generated always as (case status
                               when 'TO_FILL' then 1 when 'RETURNED' then 2 when 'SUBMITTED' then 3 when 'APPROVED' then 4
                               else 5 end) stored,
    constraint time_entry_shift_of_client foreign key (client_id, shift_id) references shift (client_id, id),
    constraint time_entry_request_of_client foreign key (client_id, request_id) references replacement_request (client_id, id),
    constraint time_entry_facility_of_client foreign key (client_id, facility_id) references facility (client_id, id),
    constraint time_entry_of_client unique (client_id, id),
    constraint time_entry_final_within_a_day check (declared_minutes + adjusted_minutes between 0 and 1440),
    constraint time_entry_declared_whole check (
        status in ('TO_FILL', 'RETURNED')
        or num_nulls(declared_starts_at, declared_ends_at, declared_break_minutes, declared_minutes, declared_meal,
                     declared_note, meal, submitted_at, submitted_by) = 0),
    constraint time_entry_declared_ends_after_start check (declared_starts_at < declared_ends_at),
    constraint time_entry_approval_signed check (
        status not in ('APPROVED', 'LOCKED') or num_nulls(approved_at, approved_by) = 0),
    constraint time_entry_return_explained check (status <> 'RETURNED' or returned_reason is not null),
    -- Nobody works at two places at once, also when two people declare at the same moment. Hours may touch. A correction repeats
    -- the hours of its own shift; returned hours do not count until they are declared again.
    constraint time_entry_declared_once exclude using gist (
        substitute_id with =, shift_id with <>, tstzrange(declared_starts_at, declared_ends_at, '[)') with &&)
        where (declared_starts_at is not null and status <> 'RETURNED')
);
create unique index time_entry_one_per_shift on time_entry (shift_id) where correction_of is null;
create index time_entry_of_request on time_entry (request_id, planned_starts_at);
-- The lists by status, in the order of the days worked.
create index time_entry_of_client_by_status on time_entry (client_id, status, planned_starts_at, id);
-- The staff's list of hours: what has to be handled first, the oldest day first.
create index time_entry_by_rank on time_entry (status_rank, planned_starts_at, id);
create index time_entry_of_client_by_rank on time_entry (client_id, status_rank, planned_starts_at, id);
create index time_entry_of_substitute_by_rank on time_entry (substitute_id, status_rank, planned_starts_at, id);
-- « Approbation des heures », filters « approuvées » and « toutes », newest first.
create index time_entry_of_client_by_start on time_entry (client_id, planned_starts_at, id);
create index time_entry_of_facility_by_start on time_entry (client_id, facility_id, planned_starts_at, id);

-- Changes that the staff make to declared hours. Append-only.
create table adjustment (
    id            uuid primary key,
    time_entry_id uuid not null,
    client_id     uuid not null,
    minutes       integer check (minutes <> 0 and minutes between -1440 and 1440),
    meal          boolean,
    note          text not null check (btrim(note) <> ''),
    at            timestamptz not null,
    by_id         uuid not null,
    by_name       text not null,
    constraint adjustment_entry_of_client foreign key (client_id, time_entry_id) references time_entry (client_id, id),
    constraint adjustment_changes_something check (num_nonnulls(minutes, meal) > 0)
);
create index adjustment_of_entry on adjustment (time_entry_id, at);

revoke update, delete on adjustment from releve_portal;

create trigger adjustment_append_only before update or delete on adjustment
    for each row execute function refuse_change();
create trigger adjustment_never_emptied before truncate on adjustment
    for each statement execute function refuse_change();

-- Approved hours are never edited: they are reopened first. Locked hours, which were sent to payroll, never change.
create function guard_approved_hours() returns trigger language plpgsql as $$
begin
    if is_erasing() then
        return coalesce(new, old);
    end if;
    if tg_op = 'DELETE' then
        if old.status = 'TO_FILL' then
            return old; -- nothing was declared: the substitute did not come
        end if;
        raise exception 'declared hours are never deleted' using errcode = 'restrict_violation';
    end if;
    if old.status = 'LOCKED' then
        raise exception 'a locked time entry is never changed' using errcode = 'restrict_violation';
    end if;
    if old.status = 'APPROVED' and (
        new.status not in ('SUBMITTED', 'LOCKED')
        or (new.declared_starts_at, new.declared_ends_at, new.declared_break_minutes, new.declared_minutes,
            new.declared_meal, new.adjusted_minutes, new.meal)
           is distinct from
           (old.declared_starts_at, old.declared_ends_at, old.declared_break_minutes, old.declared_minutes,
            old.declared_meal, old.adjusted_minutes, old.meal)) then
        raise exception 'approved hours are never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger time_entry_guard before update or delete on time_entry
    for each row execute function guard_approved_hours();

-- adjusted_minutes is the sum of the adjustments, checked when the transaction ends.
create function check_adjusted_total() returns trigger language plpgsql as $$
declare
    entry uuid := case tg_table_name when 'adjustment' then (to_jsonb(new) ->> 'time_entry_id')::uuid else new.id end;
begin
    if (select adjusted_minutes from time_entry where id = entry)
       <> (select coalesce(sum(minutes), 0) from adjustment where time_entry_id = entry) then
        raise exception 'the total of a time entry is the sum of its adjustments' using errcode = 'check_violation',
            constraint = 'time_entry_total_is_sum';
    end if;
    return null;
end $$;

create constraint trigger adjustment_total after insert on adjustment
    deferrable initially deferred for each row execute function check_adjusted_total();
create constraint trigger time_entry_total after insert or update of adjusted_minutes on time_entry
    deferrable initially deferred for each row execute function check_adjusted_total();
