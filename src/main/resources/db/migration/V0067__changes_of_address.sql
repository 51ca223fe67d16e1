-- A change of address that waits for both mailboxes; a person has one at a time.
create table email_change (
    account_id       uuid primary key references account on delete cascade,
    email            text not null,
    email_canonical  text not null,
    expires_at       timestamptz not null,
    old_confirmed_at timestamptz,
    new_confirmed_at timestamptz,
    wrong_passwords  integer not null
);

-- A new purpose of a mailed link is the portal's affair, not the schema's.
alter table account_token drop constraint if exists account_token_purpose_check;
alter table account_token add constraint account_token_purpose_check check (purpose ~ '^[A-Z_]+$');
