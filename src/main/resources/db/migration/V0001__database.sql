-- Exclusion constraints over ids and periods, and search inside words.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- How text is compared, sorted and searched: without case, accents and ligatures, so that « soeur » finds « Sœur ». The rule is
-- written a second time in shared/SearchText.java, for what is typed; SearchTextTests compares the two.
create function fold(text) returns text language sql immutable strict parallel safe
    return replace(replace(replace(replace(
        translate(
            lower(regexp_replace(normalize($1, nfkd),
                '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g') collate pg_unicode_fast),
            'øłđðħŧıςʼ', 'olddhtiσ'''),
        'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th');

-- The folded words of a text, separated by one space.
create function words(text) returns text language sql immutable strict parallel safe
    return btrim(regexp_replace(fold($1) collate pg_unicode_fast, '[^[:alnum:]]+', ' ', 'g'));

-- What a search looks into: the words, and once more without the hyphens and apostrophes inside words, so that « jeanpierre »
-- finds « Jean-Pierre ». Longer words are cut: a lexeme has 2,046 bytes at most.
create function searchable(text) returns text language sql immutable strict parallel safe
    return regexp_replace(
        words($1) || case when $1 ~ '[-\u2010-\u2015\u2212''\u2018\u2019\u02BC]' then ' ' || words(regexp_replace(
            fold($1) collate pg_unicode_fast, '([[:alnum:]])[-\u2010-\u2015\u2212''\u2018\u2019]+(?=[[:alnum:]])', '\1', 'g')) else '' end,
        '(\S{60})\S+', '\1', 'g');

-- Keeps the names that a row had in its column former_names, so that it is found by them. The arguments are the columns of
-- the name. To erase a person, former_names is emptied after the name is overwritten.
create function keep_former_names() returns trigger language plpgsql as $$
declare
    former text := (select string_agg(to_jsonb(old) ->> name, ' ') from unnest(tg_argv) name);
    present text := (select string_agg(to_jsonb(new) ->> name, ' ') from unnest(tg_argv) name);
begin
    if former <> present and position(former in new.former_names) = 0 then
        new.former_names := left(former || ' ' || new.former_names, 1000);
    end if;
    return new;
end $$;

-- The portal's login owns nothing and has the rights of the role releve_portal: it reads and writes the rows of all tables,
-- also of those that later migrations create. The migrations of append-only tables take rights away again.
do $$
begin
    if not exists (select from pg_roles where rolname = 'releve_portal') then
        create role releve_portal nologin;
    end if;
exception
    when insufficient_privilege then
        raise exception 'the role releve_portal is missing: src/main/docker/database.sql creates it';
end $$;

grant usage on schema public to releve_portal;
alter default privileges in schema public grant select, insert, update, delete on tables to releve_portal;
grant select on flyway_schema_history to releve_portal;

-- A temporary table would hide the table of the same name.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
end $$;
