create table staff_member (
    id              uuid primary key,
    version         integer not null,
    first_name      text not null,
    last_name       text not null,
    email           text not null,
    email_canonical text not null,
    role            text not null check (role in ('DISPATCHER', 'ADMINISTRATOR')),
    active          boolean not null,
    constraint staff_member_email_once unique (email_canonical)
);

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
    constraint account_email_once unique (email_canonical),
    constraint account_manager_once unique (client_manager_id),
    constraint account_staff_once unique (staff_member_id),
    constraint account_of_one_person check (num_nonnulls(client_manager_id, staff_member_id) = 1)
);

-- A mailed link. The token itself is made when the mail leaves; only its SHA-256 is kept.
create table account_token (
    id         uuid primary key,
    account_id uuid not null references account,
    purpose    text not null check (purpose in ('CONFIRMATION', 'PASSWORD_RESET')),
    token_hash bytea,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    constraint account_token_hash_once unique (token_hash),
    constraint account_token_newest_only unique (account_id, purpose)
);
