-- The staff's list of hours: what waits for somebody comes first, the oldest day first.
alter table time_entry add column status_rank integer not null generated always as (
    case status when 'TO_FILL' then 1 when 'RETURNED' then 2 when 'SUBMITTED' then 3 when 'APPROVED' then 4 else 5 end) stored;
create index time_entry_by_rank on time_entry (status_rank, planned_starts_at, id);
create index time_entry_of_client_by_rank on time_entry (client_id, status_rank, planned_starts_at, id);
-- « Approbation des heures », filters « approuvées » and « toutes », newest first.
create index time_entry_of_client_by_start on time_entry (client_id, planned_starts_at, id);
