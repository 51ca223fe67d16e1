-- Every address that the service or an account holds, and whose it is: a manager's or a member of the staff's.
create view known_address as
    select email_canonical, id as person_id from client_manager
    union all
    select email_canonical, id from staff_member
    union all
    select email_canonical, coalesce(client_manager_id, staff_member_id) from account;

-- One address is one person's, on whichever side of the counter: with it she signs up, and gets the rights of whoever holds it.
create function address_is_one_persons() returns trigger language plpgsql as $$
begin
    -- Of two people who give one address to two persons at once, the second waits, and then sees the first one's.
    perform pg_advisory_xact_lock(hashtextextended('known_address ' || new.email_canonical, 0));
    if exists (select 1 from known_address k where k.email_canonical = new.email_canonical and k.person_id <> new.id) then
        raise exception 'row of % violates constraint "known_address_once"', tg_table_name
            using errcode = 'unique_violation', constraint = 'known_address_once', table = tg_table_name;
    end if;
    return new;
end $$;

create trigger client_manager_address before insert or update of email_canonical on client_manager
    for each row execute function address_is_one_persons();
create trigger staff_member_address before insert or update of email_canonical on staff_member
    for each row execute function address_is_one_persons();

-- Somebody must be able to let the others in again: the last administratrice with an account that works keeps both.
create function administrator_remains() returns trigger language plpgsql as $$
begin
    -- Two who put each other out at the same moment: the second waits for the first, and is then the last.
    perform pg_advisory_xact_lock(hashtextextended('administrator_remains', 0));
    if not exists (select 1 from staff_member s join account a on a.staff_member_id = s.id
                    where s.role = 'ADMINISTRATOR' and s.active and a.state = 'ACTIVE') then
        raise exception 'row of % violates constraint "administrator_remains"', tg_table_name
            using errcode = 'check_violation', constraint = 'administrator_remains', table = tg_table_name;
    end if;
    return null;
end $$;

create function has_working_account(member uuid) returns boolean language sql stable as $$
    select exists (select 1 from account where staff_member_id = member and state = 'ACTIVE')
$$;
create function is_active_administrator(member uuid) returns boolean language sql stable as $$
    select exists (select 1 from staff_member where id = member and role = 'ADMINISTRATOR' and active)
$$;

create trigger staff_member_administrator_remains after update of role, active on staff_member for each row
    when (old.role = 'ADMINISTRATOR' and old.active and (new.role <> 'ADMINISTRATOR' or not new.active)
          and has_working_account(new.id))
    execute function administrator_remains();
create trigger account_administrator_remains after update of state on account for each row
    when (old.state = 'ACTIVE' and new.state <> 'ACTIVE' and is_active_administrator(new.staff_member_id))
    execute function administrator_remains();

-- The lists of the staff and of the accounts, by name.
create index staff_member_by_folded_name on staff_member (fold(last_name), fold(first_name), id);
create index account_by_folded_name on account (fold(last_name), fold(first_name), id);
