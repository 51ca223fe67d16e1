create table staff_member (
    id              uuid primary key,
    version         integer not null,
    first_name      text not null,
    last_name       text not null,
    email           text not null,
    email_canonical text not null,
    role            text not null check (role in ('DISPATCHER', 'ADMINISTRATOR')),
    active          boolean not null,
    -- When the last invitation was sent; limits how soon it is sent again.
    invited_at      timestamptz,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(first_name || ' ' || last_name || ' ' || email || ' ' || former_names)) stored,
    constraint staff_member_email_once unique (email_canonical)
);
create trigger staff_member_former_names before update of first_name, last_name on staff_member for each row
    execute function keep_former_names('first_name', 'last_name');
create index staff_member_by_folded_name on staff_member (fold(last_name), fold(first_name), id);

create table account (
    id                uuid primary key,
    version           integer not null,
    email             text not null,
    email_canonical   text not null,
    first_name        text not null,
    last_name         text not null,
    password_hash     text not null,
    state             text not null check (state in ('UNCONFIRMED', 'ACTIVE', 'DISABLED')),
    client_manager_id uuid references client_manager,
    staff_member_id   uuid references staff_member,
    language          text not null check (language in ('fr', 'en')),
    created_at        timestamptz not null,
    confirmed_at      timestamptz,
    signed_in_at      timestamptz,
    -- How many times all sessions were ended. A sign-in that began before the last time starts no session.
    sessions_ended    integer not null default 0,
    -- Written by a trigger, see tell_accounts_apart.
    mark              text not null default '',
    full_name         text not null generated always as
        (first_name || ' ' || last_name || case when mark <> '' then ' (' || mark || ')' else '' end) stored,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(first_name || ' ' || last_name || ' ' || email || ' ' || former_names)) stored,
    constraint account_email_once unique (email_canonical),
    constraint account_manager_once unique (client_manager_id),
    constraint account_staff_once unique (staff_member_id),
    constraint account_of_one_person check (num_nonnulls(client_manager_id, staff_member_id) = 1)
);
create trigger account_former_names before update of first_name, last_name on account for each row
    execute function keep_former_names('first_name', 'last_name');
create index account_by_folded_name on account (fold(last_name), fold(first_name), id);

-- Tells the users of one name at one client apart, and those of the staff: by the beginning of the address, or by all of it if
-- that is not enough. Empty while no other active account there has the name; a namesake at another client says nothing.
create function tell_accounts_apart(first text, last text) returns void language sql as $$
    update account s set mark = m.mark
      from (select n.id, case when not n.alone then case when n.alike then n.email else n.beginning end else '' end as mark
              from (select a.id, a.email, split_part(a.email, '@', 1) as beginning,
                           count(*) filter (where a.state = 'ACTIVE') over of_name <= (a.state = 'ACTIVE')::int as alone,
                           count(*) over (partition by p.client_id, split_part(a.email, '@', 1)) > 1 as alike
                      from account a
                      left join client_manager p on p.id = a.client_manager_id
                     where fold(a.last_name) = fold(last) and fold(a.first_name) = fold(first)
                    window of_name as (partition by p.client_id)) n) m
     where s.id = m.id and s.mark <> m.mark;
$$;

create function account_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform tell_accounts_apart(new.first_name, new.last_name);
    elsif (old.first_name, old.last_name, old.email, old.state) <> (new.first_name, new.last_name, new.email, new.state) then
        perform tell_accounts_apart(old.first_name, old.last_name);
        perform tell_accounts_apart(new.first_name, new.last_name);
    end if;
    return null;
end $$;

create trigger account_tell_apart after insert or update of first_name, last_name, email, state on account for each row
    execute function account_changed();

-- A mailed link. The token is created when the mail is sent; only its SHA-256 is stored.
create table account_token (
    id         uuid primary key,
    account_id uuid not null references account,
    purpose    text not null check (purpose ~ '^[A-Z_]+$'),
    token_hash bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint account_token_hash_once unique (token_hash),
    constraint account_token_newest_only unique (account_id, purpose)
);

-- A change of an account's address that waits for the confirmation of both mailboxes.
create table email_change (
    account_id       uuid primary key references account on delete cascade,
    email            text not null,
    email_canonical  text not null,
    expires_at       timestamptz not null,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    wrong_passwords  integer not null
);

-- Security events are kept longer than what they are about, and some name accounts that never existed: no foreign keys.
-- The portal deletes old events and changes none.
create table security_event (
    id         uuid primary key,
    at         timestamptz not null,
    event      text not null,
    account_id uuid,
    client_id  uuid,
    address    text,
    request_id text,
    facts      text not null
);
-- The list of events: all, of one kind, of one account, of one IP address; newest first.
create index security_event_by_age on security_event (at desc, id desc);
create index security_event_by_kind on security_event (event, at desc, id desc);
create index security_event_of_account on security_event (account_id, at desc, id desc) where account_id is not null;
create index security_event_from_address on security_event (address, at desc, id desc) where address is not null;

revoke update on security_event from releve_portal;

-- Every e-mail address in use, and the manager or staff member who uses it.
create view known_address as
    select email_canonical, id as person_id from client_manager
    union all
    select email_canonical, id from staff_member
    union all
    select email_canonical, coalesce(client_manager_id, staff_member_id) from account;

-- An address belongs to one person, manager or staff: signing up with it gives that person's rights.
create function address_is_one_persons() returns trigger language plpgsql as $$
begin
    -- Of two transactions with the same address, the second waits, and then sees the row of the first.
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

-- At least one active administrator with an active account remains.
create function administrator_remains() returns trigger language plpgsql as $$
declare
    member uuid;
begin
    -- One change at a time: a concurrent transaction may be adding or removing the role or the account of the same person.
    perform pg_advisory_xact_lock(hashtextextended('administrator_remains', 0));
    if tg_table_name = 'account' then member := new.staff_member_id; else member := new.id; end if;
    -- The role or the account has just been removed. If the other one is there, the person could sign in as administrator.
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
