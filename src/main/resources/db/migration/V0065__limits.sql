-- Wrong passwords, by a hash of the address that was typed, whether or not it is an account's; those of a known device apart.
create table sign_in_budget (
    id           uuid primary key,
    account_id   uuid references account on delete cascade,
    of_device    boolean not null,
    failures     integer not null,
    consecutive     integer not null,
    tried_at     timestamptz not null,
    closed_until timestamptz
);
create index sign_in_budget_of_account on sign_in_budget (account_id) where account_id is not null;
create index sign_in_budget_to_forget on sign_in_budget (tried_at) where account_id is null or of_device;

-- A browser that has signed in to the account. Only the SHA-256 of what its cookie holds is kept.
create table known_device (
    device_hash  bytea not null,
    account_id   uuid not null references account on delete cascade,
    last_used_at timestamptz not null,
    constraint known_device_once primary key (device_hash, account_id)
);
create index known_device_of_account on known_device (account_id, last_used_at desc);
create index known_device_by_age on known_device (last_used_at);

-- When the last mails left that anybody can cause, and the last of them that only told something: one row an account.
create table mail_quota (
    account_id uuid primary key references account on delete cascade,
    sent       timestamptz[] not null,
    told_at    timestamptz
);

-- The buckets of Bucket4j, by what is limited and for whom.
create table rate_limit (
    id         text primary key,
    state      bytea,
    expires_at timestamptz not null default now() + interval '1 hour'
);
create index rate_limit_to_forget on rate_limit (expires_at);
