create table substitute (
    id         uuid primary key,
    version    integer not null,
    first_name text not null check (btrim(first_name) <> ''),
    last_name  text not null check (btrim(last_name) <> ''),
    email      text not null,
    email_canonical text not null default '',
    phone      text not null,
    qualified  boolean not null,
    active     boolean not null,
    -- Written by a trigger, see tell_apart.
    mark       text not null default '',
    full_name  text not null generated always as
        (first_name || ' ' || last_name || case when mark <> '' then ' (' || mark || ')' else '' end) stored,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(first_name || ' ' || last_name || ' ' || email || ' ' || former_names)
         || ' ' || regexp_replace(phone, '\D', '', 'g')) stored
);
create trigger substitute_former_names before update of first_name, last_name on substitute for each row
    execute function keep_former_names('first_name', 'last_name');
-- An address is one person's.
create unique index substitute_email_once on substitute (email_canonical) where email_canonical <> '';
create index substitute_by_name on substitute (last_name, first_name, id);
create index substitute_search on substitute using gin (search_text gin_trgm_ops);
create index substitute_by_folded_name on substitute (fold(last_name), fold(first_name), id);

create table substitute_job_function (
    substitute_id   uuid not null references substitute,
    job_function_id uuid not null references job_function,
    primary key (substitute_id, job_function_id)
);
create table substitute_age_group (
    substitute_id uuid not null references substitute,
    age_group_id  uuid not null references age_group,
    primary key (substitute_id, age_group_id)
);

-- Tells people of the same name apart: the last digits of the phone, or a function if there is no phone. Empty while no other
-- active substitute has the name.
create function tell_apart(first text, last text) returns void language sql as $$
    update substitute s set mark = m.mark
      from (select a.id, case when count(*) filter (where a.active) over () > a.active::int then coalesce(
                       nullif(right(regexp_replace(a.phone, '\D', '', 'g'), 4), ''),
                       (select f.name_fr from substitute_job_function x join job_function f on f.id = x.job_function_id
                         where x.substitute_id = a.id order by f.position, f.id limit 1), '') else '' end as mark
              from substitute a
             where fold(a.last_name) = fold(last) and fold(a.first_name) = fold(first)) m
     where s.id = m.id and s.mark <> m.mark;
$$;

create function substitute_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform tell_apart(new.first_name, new.last_name);
    elsif (old.first_name, old.last_name, old.phone, old.active) <> (new.first_name, new.last_name, new.phone, new.active) then
        perform tell_apart(old.first_name, old.last_name);
        perform tell_apart(new.first_name, new.last_name);
    end if;
    return null;
end $$;

create function substitute_job_function_changed() returns trigger language plpgsql as $$
begin
    perform tell_apart(s.first_name, s.last_name) from substitute s where s.id = new.substitute_id and s.phone !~ '\d';
    return null;
end $$;

create trigger substitute_tell_apart after insert or update of first_name, last_name, phone, active on substitute for each row
    execute function substitute_changed();
create trigger substitute_job_function_tell_apart after insert on substitute_job_function for each row
    execute function substitute_job_function_changed();
