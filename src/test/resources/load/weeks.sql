-- Adds :weeks weeks of 50 submitted lines without a difference to a client, long ago, where all other lines are locked.
with model as (select * from time_entry where client_id = :client and status = 'LOCKED' order by planned_starts_at desc limit 1),
slot as (
    select gen_random_uuid() as shift_id,
           date_trunc('week', now()) - make_interval(weeks => 600 + week) + make_interval(hours => 12 + 3 * line) as at
      from generate_series(0, :weeks - 1) week, generate_series(0, 49) line),
planned as (
    insert into shift (id, version, request_id, client_id, starts_at, ends_at, zone, break_minutes, status)
    select slot.shift_id, 0, request_id, client_id, at, at + interval '2 hours', zone, 0, 'WORKED' from slot, model)
insert into time_entry (id, version, client_id, request_id, shift_id, facility_id, substitute_id, status, zone, planned_starts_at,
       planned_ends_at, planned_break_minutes, planned_minutes, declared_starts_at, declared_ends_at, declared_break_minutes,
       declared_minutes, declared_meal, declared_note, meal, submitted_at, submitted_by)
select gen_random_uuid(), 0, client_id, request_id, slot.shift_id, facility_id, substitute_id, 'SUBMITTED', zone, at,
       at + interval '2 hours', 0, 120, at, at + interval '2 hours', 0, 120, false, '', false, at + interval '1 day', 'Denise Allard'
  from slot, model
