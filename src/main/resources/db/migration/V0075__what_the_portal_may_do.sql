-- The portal answers pages with a login that owns nothing and may do what the role releve_portal may: read and write rows,
-- and nothing to what is only ever added. Tables of later migrations come with the same rights by themselves.
do $$
begin
    if not exists (select from pg_roles where rolname = 'releve_portal') then
        create role releve_portal nologin;
    end if;
exception
    when insufficient_privilege then
        raise exception 'the role releve_portal is missing: src/main/docker/database.sql makes it';
end $$;

grant usage on schema public to releve_portal;
grant select, insert, update, delete on all tables in schema public to releve_portal;
alter default privileges in schema public grant select, insert, update, delete on tables to releve_portal;

-- A table of one's own name in pg_temp would stand before the real one.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end $$;

revoke update, delete on history_entry, adjustment from releve_portal;
-- Old events are forgotten, none is changed.
revoke update on security_event from releve_portal;
revoke insert, update, delete on flyway_schema_history from releve_portal;

-- The second wall, which stands before the owner too.
create trigger history_entry_never_emptied before truncate on history_entry
    for each statement execute function refuse_change();
create trigger adjustment_never_emptied before truncate on adjustment
    for each statement execute function refuse_change();
