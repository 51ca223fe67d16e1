-- A passkey of an account. The authenticator keeps the secret; here stands what checks its signatures.
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

-- A new purpose of a mailed link is the portal's affair, not the schema's.
alter table account_token drop constraint account_token_purpose_check;
alter table account_token add constraint account_token_purpose_check check (purpose ~ '^[A-Z_]+$');
