create table client (
    id         uuid primary key,
    version    integer not null,
    name       text not null check (btrim(name) <> ''),
    active     boolean not null,
    created_at timestamptz not null,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(name || ' ' || former_names)) stored,
    constraint client_name_once unique (name)
);
create trigger client_former_names before update of name on client for each row
    execute function keep_former_names('name');
create index client_by_folded_name on client (fold(name), id);

create table facility (
    id           uuid primary key,
    version      integer not null,
    client_id    uuid not null references client,
    name         text not null check (btrim(name) <> ''),
    street       text not null,
    city         text not null,
    postal_code  text not null,
    phone        text not null,
    instructions text not null,
    active       boolean not null,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(name || ' ' || city || ' ' || former_names)
         || ' ' || regexp_replace(phone, '\D', '', 'g')) stored,
    constraint facility_of_client unique (client_id, id),
    constraint facility_name_once unique (client_id, name)
);
create trigger facility_former_names before update of name on facility for each row
    execute function keep_former_names('name');

create table client_manager (
    id              uuid primary key,
    version         integer not null,
    client_id       uuid not null references client,
    first_name      text not null,
    last_name       text not null,
    email           text not null,
    email_canonical text not null,
    phone           text not null,
    all_facilities  boolean not null,
    active          boolean not null,
    -- Written by a trigger.
    former_names text not null default '',
    search_text text not null generated always as
        (searchable(first_name || ' ' || last_name || ' ' || email || ' ' || former_names)
         || ' ' || regexp_replace(phone, '\D', '', 'g')) stored,
    constraint client_manager_of_client unique (client_id, id),
    constraint client_manager_email_once unique (email_canonical)
);
create trigger client_manager_former_names before update of first_name, last_name on client_manager for each row
    execute function keep_former_names('first_name', 'last_name');
create index client_manager_by_client on client_manager (client_id, last_name, first_name);

-- The facilities of a manager who is limited to some of them. Both foreign keys contain the client, so a manager has no
-- facility of another client.
create table client_manager_facility (
    client_manager_id uuid not null,
    client_id         uuid not null,
    facility_id       uuid not null,
    primary key (client_manager_id, facility_id),
    constraint client_manager_facility_manager foreign key (client_id, client_manager_id) references client_manager (client_id, id),
    constraint client_manager_facility_facility foreign key (client_id, facility_id) references facility (client_id, id)
);

-- Requests for an account from people whom the service does not know.
create table access_request (
    id                uuid primary key,
    version           integer not null,
    email             text not null,
    email_canonical   text not null,
    first_name        text not null,
    last_name         text not null,
    status            text not null check (status in ('NEW', 'ACCEPTED', 'DISMISSED')),
    requested_at      timestamptz not null,
    last_requested_at timestamptz not null,
    attempts          integer not null check (attempts >= 1),
    handled_at        timestamptz
);
create unique index access_request_one_open on access_request (email_canonical) where status = 'NEW';
create index access_request_by_status on access_request (status, last_requested_at desc, id desc);
