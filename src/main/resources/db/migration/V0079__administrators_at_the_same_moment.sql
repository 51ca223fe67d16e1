-- Whoever has one half only, the role or an account that works, may be getting the other one at this moment: others count on
-- her as soon as she has it. So whoever loses a half waits for her turn too, and only then is it seen whether she had both.
drop trigger staff_member_administrator_remains on staff_member;
drop trigger account_administrator_remains on account;
drop function has_working_account;
drop function is_active_administrator;

create or replace function administrator_remains() returns trigger language plpgsql as $$
declare
    member uuid;
begin
    perform pg_advisory_xact_lock(hashtextextended('administrator_remains', 0));
    if tg_table_name = 'account' then member := new.staff_member_id; else member := new.id; end if;
    -- One half is gone by now: with the other one she was an administratrice who can sign in.
    if exists (select 1 from staff_member s join account a on a.staff_member_id = s.id
                where s.id = member and (s.role = 'ADMINISTRATOR' and s.active or a.state = 'ACTIVE'))
       and not exists (select 1 from staff_member s join account a on a.staff_member_id = s.id
                        where s.role = 'ADMINISTRATOR' and s.active and a.state = 'ACTIVE') then
        raise exception 'row of % violates constraint "administrator_remains"', tg_table_name
            using errcode = 'check_violation', constraint = 'administrator_remains', table = tg_table_name;
    end if;
    return null;
end $$;

create trigger staff_member_administrator_remains after update of role, active on staff_member for each row
    when (old.role = 'ADMINISTRATOR' and old.active and (new.role <> 'ADMINISTRATOR' or not new.active))
    execute function administrator_remains();
create trigger account_administrator_remains after update of state on account for each row
    when (old.state = 'ACTIVE' and new.state <> 'ACTIVE' and new.staff_member_id is not null)
    execute function administrator_remains();
