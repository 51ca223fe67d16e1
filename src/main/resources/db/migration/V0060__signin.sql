-- A passkey of an account. The private key stays in the authenticator.
create table passkey (
    id                 uuid primary key,
    account_id         uuid not null references account,
    label              text not null,
    credential_id      bytea not null,
    public_key         bytea not null,
    attestation_object bytea not null,
    signature_count    bigint not null,
    transports         text not null,
    backup_eligible    boolean not null,
    backup_state       boolean not null,
    created_at         timestamptz not null,
    used_at            timestamptz,
    constraint passkey_once unique (credential_id)
);
create index passkey_of_account on passkey (account_id, created_at);

-- Wrong passwords for an address, whether or not it has an account; id is derived from a hash of the address. Those from a
-- known device are counted apart.
create table sign_in_budget (
    id           uuid primary key,
    account_id   uuid references account on delete cascade,
    of_device    boolean not null,
    failures     integer not null,
    consecutive  integer not null,
    tried_at     timestamptz not null,
    closed_until timestamptz
);
create index sign_in_budget_of_account on sign_in_budget (account_id) where account_id is not null;
create index sign_in_budget_to_forget on sign_in_budget (tried_at) where account_id is null or of_device;

-- A browser that has signed in to the account. Only the SHA-256 of its cookie is stored.
create table known_device (
    device_hash  bytea not null,
    account_id   uuid not null references account on delete cascade,
    last_used_at timestamptz not null,
    -- When a passkey was offered on this device, which is done once.
    passkey_offered_at timestamptz,
    constraint known_device_once primary key (device_hash, account_id)
);
create index known_device_of_account on known_device (account_id, last_used_at desc);
create index known_device_by_age on known_device (last_used_at);

-- When mails that need no sign-in were last sent to an account.
create table mail_quota (
    account_id uuid primary key references account on delete cascade,
    sent       timestamptz[] not null,
    -- The last of them that only gave notice, without a link.
    told_at    timestamptz,
    -- When the refusal of a mail was last logged: at most once an hour.
    refused_at timestamptz
);

-- Buckets of Bucket4j; the id names what is limited and for whom.
create table rate_limit (
    id         text primary key,
    state      bytea,
    expires_at timestamptz not null default now() + interval '1 hour'
);
create index rate_limit_to_forget on rate_limit (expires_at);
