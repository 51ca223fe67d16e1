-- Fills an empty portal with a service of :requests requests over 300 clients of uneven size: three years of work and six weeks to
-- come, shifts, hours in every state, history, events and mails. Run by a superuser: triggers and foreign keys are off meanwhile.
-- Numbers that look random are hashes, so that every run makes the same service.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
create schema fill;

-- Indexes and constraints of the large tables come back at the end: a million rows are sorted once instead of placed one by one.
create table fill.index as
select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as tab, c.conname, c.contype,
       coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) as definition
  from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x')
 where i.indrelid in ('replacement_request'::regclass, 'shift'::regclass, 'assignment'::regclass, 'time_entry'::regclass,
                      'history_entry'::regclass, 'security_event'::regclass, 'outgoing_mail'::regclass)
   and :requests > 20000;
create table fill.reference as
select conname, conrelid::regclass::text as tab, pg_get_constraintdef(oid) as definition
  from pg_constraint
 where contype = 'f' and :requests > 20000
   and (conrelid::regclass::text in (select tab from fill.index) or confrelid::regclass::text in (select tab from fill.index));
do $$
declare one record;
begin
    for one in select * from fill.reference loop
        execute format('alter table %s drop constraint %I', one.tab, one.conname);
    end loop;
    for one in select * from fill.index loop
        if one.conname is null then execute format('drop index %s', one.name);
        else execute format('alter table %s drop constraint %I cascade', one.tab, one.conname); end if;
    end loop;
end $$;

-- A number from 0 to 1 that a row always gets for the same purpose.
create function fill.chance(i bigint, purpose int) returns double precision language sql immutable parallel safe
    return (hashint8extended(i, purpose) & 2147483647) / 2147483648.0;
create function fill.one_of(words text[], i bigint, purpose int) returns text language sql immutable parallel safe
    return words[1 + floor(fill.chance(i, purpose) * cardinality(words))::int];
create function fill.first_name(i bigint) returns text language sql immutable parallel safe
    return fill.one_of(array['Amélie', 'Béatrice', 'Carole', 'Denise', 'Élise', 'France', 'Ginette', 'Hélène', 'Inès', 'Jocelyne',
                             'Khadija', 'Lucie', 'Manon', 'Nathalie', 'Odile', 'Pascale', 'Rachel', 'Solange', 'Thérèse', 'Yasmine'], i, 1);
create function fill.last_name(i bigint) returns text language sql immutable parallel safe
    return fill.one_of(array['Allard', 'Beaudoin', 'Caron', 'Deschênes', 'Émond', 'Fournier', 'Gagné', 'Houde', 'Isabelle', 'Juneau',
                             'Kaci', 'Langlois', 'Michaud', 'Normand', 'Ouellette', 'Paradis', 'Quirion', 'Rancourt', 'Sauvé',
                             'Turgeon', 'Ung', 'Vachon', 'Wagner', 'Yelle', 'Zaoui'], i, 2);

create table fill.span as
select current_date - 1092 as first_day, 1134 as days, ceil(:requests / 1134.0)::int as per_day;

create table fill.client as
select k, gen_random_uuid() as id, sum(power(k, -0.63::float8)) over (order by k) / sum(power(k, -0.63::float8)) over () as up_to
  from generate_series(1, 300) k;
insert into client (id, version, name, active, created_at)
select id, 0, 'CPE ' || fill.one_of(array['La Farandole', 'Les Lucioles', 'Le Petit Quai', 'Les Moussaillons', 'Bout de chou'], k, 3)
       || ' ' || k, true, now() - interval '3 years'
  from fill.client;

create table fill.facility as
select c.k, c.id as client_id, j, count(*) over (partition by c.k) as of_client, gen_random_uuid() as id
  from fill.client c, generate_series(1, greatest(1, 10 - c.k / 4)) j;
insert into facility (id, version, client_id, name, street, city, postal_code, phone, instructions, active)
select id, 0, client_id, 'Installation ' || j, '1, rue Principale', 'Québec', 'G1R 2B5', '418 555-0100', '', true from fill.facility;

create table fill.person as
select k, j, gen_random_uuid() as id, gen_random_uuid() as account_id, fill.first_name(k * 9 + j) as first_name,
       fill.last_name(k * 9 + j) as last_name,
       case when k = 0 then 'service' || j || '@example.test' else 'direction' || j || '@cpe' || k || '.example.test' end as email
  from generate_series(0, 300) k, generate_series(1, 2) j;
insert into client_manager (id, version, client_id, first_name, last_name, email, email_canonical, phone, all_facilities, active)
select p.id, 0, c.id, first_name, last_name, email, email, '418 555-0101', true, true from fill.person p join fill.client c using (k);
insert into staff_member (id, version, first_name, last_name, email, email_canonical, role, active)
select id, 0, first_name, last_name, email, email, case j when 1 then 'ADMINISTRATOR' else 'DISPATCHER' end, true
  from fill.person where k = 0;
insert into account (id, version, email, email_canonical, first_name, last_name, password_hash, state, client_manager_id,
                     staff_member_id, language, created_at, confirmed_at)
select account_id, 0, email, email, first_name, last_name, '', 'ACTIVE', case when k > 0 then id end, case when k = 0 then id end, 'fr',
       now() - interval '3 years', now() - interval '3 years'
  from fill.person;

-- A substitute works for one request at a time: as many as four days of requests need, 500 of them active.
create table fill.substitute as
select i, gen_random_uuid() as id, i % ceil((per_day * 4 + 1) / 500.0)::int = 0 as active from fill.span, generate_series(0, per_day * 4) i;
insert into substitute (id, version, first_name, last_name, email, phone, qualified, active)
select id, 0, fill.first_name(i), fill.last_name(i), 'remplacante' || i || '@example.test', '418 555-0103', i % 3 > 0, active
  from fill.substitute;
insert into substitute_job_function
select s.id, f.id from fill.substitute s join job_function f on f.position in (10, 10 + 10 * (s.i % 5)) on conflict do nothing;

create unlogged table fill.request as
with drawn as (
    select i, first_day + ((i - 1) / per_day)::int as day, fill.chance(i, 10) as client_at, fill.chance(i, 11) as fate,
           6 + floor(fill.chance(i, 12) * 8)::int as hour, 1 + floor(fill.chance(i, 13) * 5)::int % 3 as shifts,
           i % (per_day * 4 + 1) as substitute_no
      from fill.span, generate_series(1, :requests::bigint) i),
placed as (
    select d.*, c.k, c.id as client_id, f.id as facility_id, f.j as facility_no, s.id as substitute_id,
           (day + make_interval(hours => hour)) at time zone 'America/Toronto' as first_start,
           (day + shifts - 1 + make_interval(hours => hour, mins => 510)) at time zone 'America/Toronto' as last_end
      from drawn d
      join fill.client c on c.k = 1 + width_bucket(client_at, (select array_agg(up_to order by k) from fill.client))
      join fill.facility f on f.k = c.k and f.j = 1 + i % f.of_client
      join fill.substitute s on s.i = substitute_no)
select p.*, uuidv7(first_start - interval '5 days' - now()) as id,
       case when fate < 0.04 then 'CANCELLED' when fate < 0.05 then 'DECLINED'
            when last_end <= now() then case when fate < 0.08 then 'UNFILLED' else 'COMPLETED' end
            when first_start <= now() then 'IN_PROGRESS'
            when fate < 0.07 then 'DRAFT' when fate < 0.12 then 'SUBMITTED' when fate < 0.14 then 'NEEDS_INFO'
            when fate < 0.25 then 'SEARCHING' when fate < 0.30 and shifts > 1 then 'PARTIALLY_FILLED' else 'FILLED' end as status
  from placed p;

create unlogged table fill.shift as
select r.i, j, r.k, uuidv7(r.first_start - interval '5 days' - now()) as id, r.id as request_id, r.client_id, r.facility_id,
       r.substitute_id, r.first_start + make_interval(days => j) as starts_at,
       r.first_start + make_interval(days => j, mins => 510) as ends_at,
       case when r.status = 'CANCELLED' then 'CANCELLED' when r.status in ('DECLINED', 'UNFILLED') then 'UNFILLED'
            when r.status = 'COMPLETED' then 'WORKED'
            when r.status = 'IN_PROGRESS' then
                case when r.first_start + make_interval(days => j, mins => 510) <= now() then 'WORKED' else 'CONFIRMED' end
            when r.status = 'FILLED' or r.status = 'PARTIALLY_FILLED' and j = 0 then 'CONFIRMED' else 'OPEN' end as status
  from fill.request r, generate_series(0, r.shifts - 1) j
 where r.status <> 'DRAFT';
create index on fill.shift (request_id);
analyze fill.shift;
insert into shift (id, version, request_id, client_id, starts_at, ends_at, zone, break_minutes, status, status_reason)
select id, 0, request_id, client_id, starts_at, ends_at, 'America/Toronto', 30, status, null from fill.shift;
insert into assignment (id, version, shift_id, client_id, substitute_id, starts_at, ends_at, status, assigned_at, assigned_by)
select uuidv7(starts_at - interval '2 days' - now()), 0, id, client_id, substitute_id, starts_at, ends_at, 'CONFIRMED',
       starts_at - interval '2 days', 'Denise Allard'
  from fill.shift where status in ('WORKED', 'CONFIRMED');

-- What ReplacementRequest derives from its shifts.
create unlogged table fill.progress as
select request_id, count(*) filter (where status <> 'CANCELLED') as shifts,
       count(*) filter (where status in ('WORKED', 'CONFIRMED')) as filled,
       (array_agg(id order by starts_at) filter (where status in ('OPEN', 'CONFIRMED')))[1] as next_id,
       min(starts_at) filter (where status in ('OPEN', 'CONFIRMED')) as next_start,
       (array_agg(id order by starts_at) filter (where status = 'OPEN'))[1] as open_id,
       min(starts_at) filter (where status = 'OPEN') as open_start
  from fill.shift group by request_id;
insert into replacement_request (id, version, code, client_id, facility_id, job_function_id, age_group_id, task_type_id, qualified,
       notes, status, decision, decision_reason, decision_at, decision_by, created_at, created_by, created_by_name, submitted_at,
       first_start, last_end, shift_count, filled_count, next_shift_id, next_change_at, search_text, list_order, next_open_shift_id,
       next_open_start)
select r.id, 0, upper(lpad(to_hex(r.i), 7, '0')), r.client_id, r.facility_id, f.id, g.id, t.id, r.i % 2 = 0, '', r.status, d.decision,
       case when d.decision is not null then 'Une éducatrice de la maison reste.' end,
       case when d.decision is not null then r.first_start - interval '3 days' end,
       case when d.decision is not null then 'Denise Allard' end, r.first_start - interval '5 days', m.account_id,
       m.first_name || ' ' || m.last_name, case when r.status <> 'DRAFT' then r.first_start - interval '5 days' end,
       case when r.status <> 'DRAFT' then r.first_start end, case when r.status <> 'DRAFT' then r.last_end end,
       coalesce(p.shifts, 0), coalesce(p.filled, 0), p.next_id, p.next_start,
       words(concat_ws(' ', lpad(to_hex(r.i), 7, '0'), 'installation', r.facility_no, f.name_fr, g.name_fr, t.name_fr,
           case when p.filled > 0 then fill.first_name(r.substitute_no) || ' ' || fill.last_name(r.substitute_no) end))
           || ' ' || regexp_replace(words(m.first_name || ' ' || m.last_name), '(\S+)', '*\1', 'g'),
       case when r.status = 'DRAFT' then - extract(epoch from r.first_start)::bigint
            when p.next_start is not null then extract(epoch from p.next_start)::bigint
            else 100000000000 - extract(epoch from r.last_end)::bigint end,
       p.open_id, p.open_start
  from fill.request r
  left join fill.progress p on p.request_id = r.id
  join fill.person m on m.k = r.k and m.j = 1 + r.i % 2
  join job_function f on f.position = 10 + 10 * floor(power(fill.chance(r.i, 14), 2) * 6)::int
  join age_group g on g.position = 10 + 10 * floor(fill.chance(r.i, 15) * 6)::int
  join task_type t on t.position = 10 + 10 * floor(fill.chance(r.i, 16) * 6)::int
  cross join lateral (select case when r.status in ('CANCELLED', 'DECLINED', 'NEEDS_INFO') then r.status end as decision) d;

create unlogged table fill.entry as
select s.*, uuidv7(ends_at - now()) as id_of_entry, fill.chance(i * 3 + j, 17) as fate,
       case when ends_at < now() - interval '45 days' then 'LOCKED'
            when ends_at < now() - interval '10 days' then case when fill.chance(i * 3 + j, 17) < 0.02 then 'SUBMITTED' else 'APPROVED' end
            when fill.chance(i * 3 + j, 17) < 0.60 then 'SUBMITTED' when fill.chance(i * 3 + j, 17) < 0.85 then 'TO_FILL'
            when fill.chance(i * 3 + j, 17) < 0.88 then 'RETURNED' else 'APPROVED' end as state
  from fill.shift s where status = 'WORKED';
insert into time_entry (id, version, client_id, request_id, shift_id, facility_id, substitute_id, status, zone, planned_starts_at,
       planned_ends_at, planned_break_minutes, planned_minutes, declared_starts_at, declared_ends_at, declared_break_minutes,
       declared_minutes, declared_meal, declared_note, meal, submitted_at, submitted_by, approved_at, approved_by, returned_reason)
select id_of_entry, 0, client_id, request_id, id, facility_id, substitute_id, state, 'America/Toronto', e.starts_at, e.ends_at, 30, 480,
       d.starts_at, d.ends_at, d.pause, d.minutes, d.meal, d.note, d.meal,
       d.ends_at + interval '1 hour', case when d.ends_at is not null then 'Denise Allard' end,
       case when state in ('APPROVED', 'LOCKED') then e.ends_at + interval '1 day' end,
       case when state in ('APPROVED', 'LOCKED') then 'Manon Caron' end,
       case when state = 'RETURNED' then 'Elle est partie à 15 h.' end
  from fill.entry e
  left join lateral (select e.starts_at, e.ends_at + make_interval(mins => case when e.fate < 0.05 then 15 else 0 end) as ends_at, 30 as pause,
                            480 + case when e.fate < 0.05 then 15 else 0 end as minutes, e.fate < 0.1 as meal,
                            case when e.fate < 0.05 then 'Un parent est arrivé en retard.' else '' end as note
                      where e.state <> 'TO_FILL') d on true;

insert into history_entry (id, at, actor_kind, actor_id, actor_name, client_id, request_id, subject_id, event, facts)
select uuidv7(at - now()), at, 'STAFF', p.account_id, p.first_name || ' ' || p.last_name, client_id, request_id, subject_id, event, '{}'
  from (select first_start - interval '5 days' as at, client_id, id as request_id, id as subject_id, 'request.created' as event
          from fill.request
         union all
        select first_start - interval '4 days', client_id, id, id, 'request.taken' from fill.request
         union all
        select ends_at, client_id, request_id, id_of_entry, 'entry.submitted' from fill.entry where ends_at > now() - interval '1 year') x,
       fill.person p
 where p.k = 0 and p.j = 2;

insert into security_event (id, at, event, account_id, address, request_id, facts)
select uuidv7(at - now()), at, case when i % 10 = 0 then 'authn_login_fail' else 'authn_login_success' end, p.account_id,
       '203.0.113.' || i % 250, 'r' || i, case when i % 10 = 0 then 'reason=BadCredentialsException' else '' end
  from (select i, now() - make_interval(secs => i * 31536000.0 / (:requests / 2)) as at from generate_series(1, :requests / 2) i) x
  join fill.person p on p.k = 1 + x.i % 300 and p.j = 1 + x.i % 2;
insert into outgoing_mail (id, version, kind, recipient, recipient_name, language, subject, body, status, attempts, queued_at, sent_at, last_error)
select uuidv7(at - now()), 0, 'SUBSTITUTE_CONFIRMED', p.email, p.first_name || ' ' || p.last_name, 'fr', 'Remplacement confirmé', 'Bonjour,',
       case when i <= 10 then 'FAILED' else 'SENT' end, 1, at, at, case when i <= 10 then '550 no such mailbox' end
  from (select i, now() - make_interval(secs => i * 31536000.0 / (:requests / 3)) as at from generate_series(1, :requests / 3) i) x
  join fill.person p on p.k = 1 + x.i % 300 and p.j = 1 + x.i % 2;

do $$
declare one record;
begin
    for one in select * from fill.index order by coalesce(array_position(array['p', 'u', 'x'], contype::text), 4) loop
        if one.conname is null then execute one.definition;
        else execute format('alter table %s add constraint %I %s', one.tab, one.conname, one.definition); end if;
    end loop;
    for one in select * from fill.reference loop
        execute format('alter table %s add constraint %I %s', one.tab, one.conname, one.definition);
    end loop;
end $$;
drop schema fill cascade;
set session_replication_role = origin;
analyze;
