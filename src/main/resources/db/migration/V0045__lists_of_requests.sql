-- The lists of requests: kept with the shifts, in the same transaction, so that a page is one range of one index.
alter table replacement_request
    -- Drafts on top, then what comes, soonest first, then what is over, latest first.
    add list_order bigint not null default 0,
    -- The first shift for which the service still has something to do.
    add next_open_shift_id uuid,
    add next_open_start timestamptz,
    -- In the order in which a request lives, for sorting by status.
    add status_rank integer not null generated always as (array_position(array[
        'DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'SEARCHING', 'PARTIALLY_FILLED', 'FILLED', 'IN_PROGRESS', 'COMPLETED', 'UNFILLED',
        'DECLINED', 'CANCELLED'], status)) stored,
    add constraint replacement_request_open_whole check ((next_open_shift_id is null) = (next_open_start is null));

-- They stood in the order of the first start; the lists stand in the order of what comes next.
drop index replacement_request_of_client_by_start;
drop index replacement_request_by_status_start;
drop index replacement_request_by_start;
drop index replacement_request_by_facility;

-- A manager's list, and a client in the staff's list; the filters « du … au … » and « texte » narrow what it yields. With
-- the installation, how many there are is counted without a look at the requests (1,000 of 1,500: 0.2 instead of 3 ms).
create index replacement_request_of_client_in_order on replacement_request (client_id, list_order, id) include (facility_id);
-- An installation tells the client: without knowing that, the planner expects a handful of a client's requests where there
-- are thousands, and sorts all of them for one page.
create statistics replacement_request_facility_of_client (dependencies) on client_id, facility_id from replacement_request;
-- The same by status: sorted, or one status only.
create index replacement_request_of_client_by_status on replacement_request (client_id, status_rank, list_order, id);
-- The staff's list of all clients, and one status of it.
create index replacement_request_in_order on replacement_request (list_order, id);
create index replacement_request_by_status on replacement_request (status_rank, list_order, id);
-- The staff's work: what has a shift to be filled or confirmed again, the most urgent first; also its count in the menu.
create index replacement_request_to_do on replacement_request (next_open_start, id) where next_open_start is not null;
-- The filter « du … au … » over all clients: it counts what overlaps. The page itself comes in the order of the list, for
-- periods that people ask for are near; one of years ago has to pass what came after it (0.2 s over 300,000 requests).
create index replacement_request_period on replacement_request using gist (tstzrange(first_start, last_end))
    where first_start is not null;

-- Who comes today.
create index shift_of_client_by_start on shift (client_id, starts_at) where status <> 'CANCELLED';
