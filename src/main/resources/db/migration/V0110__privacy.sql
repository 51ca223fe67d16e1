-- The end of the retention periods, and the erasure of a person (P-39.1, s. 23). History, adjustments and declared hours cannot be
-- changed or deleted by the portal's login; the two functions of this file do it for that login, as the owner of the tables. They
-- take no text that they write into old rows, and no date: the period is theirs. Each writes into the history what it did.

-- A client or a person whose records are kept beyond the period, for example during a dispute.
create table retention_hold (
    subject_id uuid primary key,
    reason     text not null check (btrim(reason) <> ''),
    at         timestamptz not null,
    by_id      uuid not null
);

-- The number in « Personne 4711 ».
create sequence erased_person start 1001;

-- Deletes requests whose last shift ended six years ago, with all that belongs to them, and other history of that age.
--   most: how many requests, and how many other entries, at most
--   returns how many requests and other entries were deleted
create function remove_expired(most integer) returns integer
    language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp
    set timezone = 'UTC'
as $$
declare
    term    timestamptz := now() - interval '6 years';
    expired uuid[];
    hours   integer;
    entries integer;
    others  integer;
begin
    perform set_config('releve.erasing', 'on', true);
    expired := array(
        select r.id from replacement_request r
         where greatest(r.created_at, r.last_end) < term
           and not exists (select from time_entry t where t.request_id = r.id
                              and greatest(t.planned_ends_at, t.declared_ends_at) >= term)
           and not exists (select from retention_hold h where h.subject_id = r.client_id)
           and not exists (select from retention_hold h join account y on h.subject_id in (y.client_manager_id, y.staff_member_id)
                            where y.id = r.created_by)
           and not exists (select from shift s join assignment a on a.shift_id = s.id
                             join retention_hold h on h.subject_id = a.substitute_id
                            where s.request_id = r.id)
         limit most for update of r skip locked);

    delete from adjustment a using time_entry t where t.id = a.time_entry_id and t.request_id = any(expired);
    delete from time_entry where request_id = any(expired);
    get diagnostics hours = row_count;
    delete from notice where request_id = any(expired);
    delete from assignment a using shift s where s.id = a.shift_id and s.request_id = any(expired);
    delete from shift where request_id = any(expired);
    delete from history_entry where request_id = any(expired);
    get diagnostics entries = row_count;
    delete from replacement_request where id = any(expired);

    -- Entries of a request stay as long as the request.
    delete from history_entry where id in (
        select e.id from history_entry e
         where e.at < term
           and not exists (select from replacement_request r where r.id = e.request_id)
           and not exists (select from retention_hold h where h.subject_id in (e.subject_id, e.client_id))
           and not exists (select from retention_hold h join account y on h.subject_id in (y.client_manager_id, y.staff_member_id)
                            where y.id in (e.actor_id, e.subject_id))
         limit most);
    get diagnostics others = row_count;

    if cardinality(expired) + others > 0 then
        insert into history_entry (id, at, actor_kind, actor_name, subject_id, event, facts)
        values (uuidv7(), now(), 'SYSTEM', 'Relève', '00000000-0000-0000-0000-000000000000', 'retention.ended',
                array['t:' || cardinality(expired), 't:' || hours, 't:' || entries + others]);
    end if;
    perform set_config('releve.erasing', 'off', true);
    return cardinality(expired) + others;
end $$;

-- Replaces what tells who somebody was by « Personne 4711 », in every table. Hours, requests and history stay, and still say that
-- one person worked or decided.
--   whose: SUBSTITUTE, MANAGER or STAFF; with a manager or a member of the staff goes the account
--   by_…, why, request_number: what the entry in the history says; why is null at the end of the period
--   returns the new name
create function erase_person(
        whose text, person uuid, by_kind text, by_account uuid, by_person text, why text, request_number text) returns text
    language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    login     uuid;
    of_client uuid;
    names     text[];
    addresses text[];
    pattern   text;
    neutral   text;
    mailbox   text;
    concerned uuid[] := '{}';
begin
    perform set_config('releve.erasing', 'on', true);
    if exists (select from retention_hold
                where subject_id = person or subject_id = (select client_id from client_manager where id = person)) then
        raise exception 'the records of % are kept', person using errcode = 'restrict_violation';
    end if;
    if whose = 'SUBSTITUTE' then
        select array[s.full_name, s.first_name || ' ' || s.last_name, s.phone,
                     s.first_name || ' ' || s.last_name || ' (' || right(regexp_replace(s.phone, '\D', '', 'g'), 4) || ')'],
               array[s.email, s.email_canonical]
          into names, addresses
          from substitute s
         where s.id = person and not s.active and s.email !~ '^personne-\d+@invalid$'
           and not exists (select from assignment a where a.substitute_id = s.id and a.status <> 'CANCELLED' and a.ends_at > now())
           and not exists (select from time_entry t where t.substitute_id = s.id and t.status not in ('APPROVED', 'LOCKED'))
           for update;
    elsif whose = 'MANAGER' then
        select y.id, m.client_id, array[m.first_name || ' ' || m.last_name, m.phone, y.full_name, y.first_name || ' ' || y.last_name],
               array[m.email, m.email_canonical, y.email, y.email_canonical]
          into login, of_client, names, addresses
          from client_manager m left join account y on y.client_manager_id = m.id
         where m.id = person and not m.active and m.email !~ '^personne-\d+@invalid$'
           for update of m;
    else
        select y.id, array[s.first_name || ' ' || s.last_name, y.full_name, y.first_name || ' ' || y.last_name],
               array[s.email, s.email_canonical, y.email, y.email_canonical]
          into login, names, addresses
          from staff_member s left join account y on y.staff_member_id = s.id
         where s.id = person and not s.active and s.email !~ '^personne-\d+@invalid$'
           for update of s;
    end if;
    if names is null then
        raise exception '% is at work, erased or unknown', person using errcode = 'restrict_violation';
    end if;

    -- Former names: entries about a person begin with the name of that time, and each entry has the name of its author.
    names := names || array(select substr(facts[1], 3) from history_entry
                             where subject_id in (person, login) and facts[1] like 't:%')
                   || array(select actor_name from history_entry where actor_id = login);
    -- The longest first. Not before a mark in parentheses: « Nathalie Roy (4455) » is somebody else of that name.
    select '(?<![[:alnum:]])(?:' || string_agg(regexp_replace(name, '([^[:alnum:][:space:]])', '\\\1', 'g'), '|'
                   order by length(name) desc) || ')(?![[:alnum:]])(?! \([^ )]+\))'
      into pattern
      from (select distinct name from unnest(names || addresses) name where length(btrim(name)) > 2) known;
    if exists (select from scheduled_mail t join outgoing_mail m on m.id::text = t.task_instance
                where t.picked and (m.recipient_name ~* pattern or m.subject ~* pattern or m.body ~* pattern)) then
        -- Once it has left, its row is written again.
        raise exception 'row of outgoing_mail violates constraint "person_mail_leaving"' using errcode = 'check_violation',
            constraint = 'person_mail_leaving', table = 'outgoing_mail';
    end if;
    neutral := 'Personne ' || nextval('erased_person');
    mailbox := replace(lower(neutral), ' ', '-') || '@invalid';

    -- What the person left behind.
    if whose = 'SUBSTITUTE' then
        concerned := array(
            select s.request_id from assignment a join shift s on s.id = a.shift_id where a.substitute_id = person
            union select n.request_id from notice n where n.substitute_id = person
            union select r.id from replacement_request r where r.preferred_id = person);
        update time_entry set declared_note = case when declared_note is null then null else '' end, returned_reason = null,
               version = version + 1
         where substitute_id = person;
        update shift set status_reason = null, version = version + 1
         where status_reason is not null and id in (select shift_id from assignment where substitute_id = person);
        update replacement_request set preferred_id = null, preferred_name = '', version = version + 1 where preferred_id = person;
        update request_template set preferred_id = null, preferred_name = '', version = version + 1 where preferred_id = person;
    else
        concerned := array(
            select r.id from replacement_request r where r.created_by = login
            union select e.request_id from history_entry e where e.actor_id = login and e.request_id is not null);
        update replacement_request set created_by_name = neutral, version = version + 1 where created_by = login;
        update replacement_request set decision_by = neutral, version = version + 1
         where decision_by = any(names) and (of_client is null or client_id = of_client);
        update assignment set assigned_by = neutral, version = version + 1
         where assigned_by = any(names) and (of_client is null or client_id = of_client);
        update notice set queued_by = case when queued_by = any(names) then neutral else queued_by end,
                          called_by = case when called_by = any(names) then neutral else called_by end, version = version + 1
         where (queued_by = any(names) or called_by = any(names)) and (of_client is null or client_id = of_client);
        update time_entry set submitted_by = case when submitted_by = any(names) then neutral else submitted_by end,
                              approved_by = case when approved_by = any(names) then neutral else approved_by end,
                              version = version + 1
         where (submitted_by = any(names) or approved_by = any(names)) and (of_client is null or client_id = of_client);
        update adjustment set by_name = neutral where by_id = login;
        update history_entry set actor_name = neutral where actor_id = login;
    end if;
    -- What others wrote of the person.
    update history_entry e
       set reason = regexp_replace(e.reason, pattern, neutral, 'gi'),
           facts = array(select regexp_replace(fact, pattern, neutral, 'gi')
                           from unnest(e.facts) with ordinality f(fact, place) order by place)
     where (e.client_id = of_client or e.actor_id = login or e.request_id = any(concerned))
       and (e.reason ~* pattern or array_to_string(e.facts, ' ') ~* pattern);
    update replacement_request r
       set notes = regexp_replace(r.notes, pattern, neutral, 'gi'),
           preferred_name = regexp_replace(r.preferred_name, pattern, neutral, 'gi'),
           decision_reason = regexp_replace(r.decision_reason, pattern, neutral, 'gi'), version = version + 1
     where (r.id = any(concerned) or r.client_id = of_client) and concat_ws(' ', r.notes, r.preferred_name, r.decision_reason) ~* pattern;
    update shift set status_reason = regexp_replace(status_reason, pattern, neutral, 'gi'), version = version + 1
     where (request_id = any(concerned) or client_id = of_client) and status_reason ~* pattern;
    update time_entry
       set declared_note = regexp_replace(declared_note, pattern, neutral, 'gi'),
           returned_reason = regexp_replace(returned_reason, pattern, neutral, 'gi'), version = version + 1
     where (request_id = any(concerned) or client_id = of_client) and concat_ws(' ', declared_note, returned_reason) ~* pattern;
    update adjustment a set note = regexp_replace(a.note, pattern, neutral, 'gi')
      from time_entry t
     where t.id = a.time_entry_id and (t.request_id = any(concerned) or t.client_id = of_client) and a.note ~* pattern;
    -- Of the entries about the person, every typed text: names, addresses and telephones, before and after.
    update history_entry e
       set reason = null,
           facts = array(select case when fact like 't:%' then 't:' || neutral else fact end
                           from unnest(e.facts) with ordinality f(fact, place) order by place)
     where e.subject_id in (person, login);

    delete from scheduled_mail where task_instance in (select id::text from outgoing_mail where recipient = any(addresses));
    delete from outgoing_mail where recipient = any(addresses);
    update outgoing_mail
       set recipient_name = regexp_replace(recipient_name, pattern, neutral, 'gi'),
           subject = regexp_replace(subject, pattern, neutral, 'gi'),
           body = regexp_replace(body, pattern, neutral, 'gi'), version = version + 1
     where recipient_name ~* pattern or subject ~* pattern or body ~* pattern;
    delete from access_request where email_canonical = any(addresses);
    delete from passkey where account_id = login;
    delete from account_token where account_id = login;
    delete from email_change where account_id = login;
    delete from known_device where account_id = login;
    delete from sign_in_budget where account_id = login;
    delete from mail_quota where account_id = login;
    delete from spring_session where principal_name = login::text;

    -- The person. A trigger notes the former name; it is emptied afterwards.
    if whose = 'SUBSTITUTE' then
        delete from substitute_job_function where substitute_id = person;
        delete from substitute_age_group where substitute_id = person;
        update substitute set first_name = split_part(neutral, ' ', 1), last_name = split_part(neutral, ' ', 2), email = mailbox,
               email_canonical = mailbox, phone = '', version = version + 1 where id = person;
        update substitute set former_names = '' where id = person;
    elsif whose = 'MANAGER' then
        delete from client_manager_facility where client_manager_id = person;
        update client_manager set first_name = split_part(neutral, ' ', 1), last_name = split_part(neutral, ' ', 2), email = mailbox,
               email_canonical = mailbox, phone = '', version = version + 1 where id = person;
        update client_manager set former_names = '' where id = person;
    else
        update staff_member set first_name = split_part(neutral, ' ', 1), last_name = split_part(neutral, ' ', 2), email = mailbox,
               email_canonical = mailbox, version = version + 1 where id = person;
        update staff_member set former_names = '' where id = person;
    end if;
    update account set first_name = split_part(neutral, ' ', 1), last_name = split_part(neutral, ' ', 2), email = mailbox,
           email_canonical = mailbox, password_hash = '', state = 'DISABLED', version = version + 1 where id = login;
    update account set former_names = '' where id = login;
    delete from renamed where id in (person, login);

    insert into history_entry
           (id, at, actor_kind, actor_id, actor_name, client_id, subject_id, event, facts, reason, request_number)
    values (uuidv7(), now(), by_kind, by_account, by_person, of_client, person, 'person.erased', array['t:' || neutral],
            regexp_replace(why, pattern, neutral, 'gi'), request_number);
    perform set_config('releve.erasing', 'off', true);
    return neutral;
end $$;

revoke execute on function remove_expired(integer), erase_person(text, uuid, text, uuid, text, text, text) from public;
grant execute on function remove_expired(integer), erase_person(text, uuid, text, uuid, text, text, text) to releve_portal;
