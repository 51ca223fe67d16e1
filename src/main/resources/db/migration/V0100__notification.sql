-- A mail is written in the transaction of the change that it tells of. Its link is filled in when it is sent.
create table outgoing_mail (
    id               uuid primary key,
    version          integer not null,
    kind             text not null,
    recipient        text not null,
    recipient_name   text not null,
    language         text not null,
    subject          text not null,
    body             text not null,
    account_token_id uuid,
    -- What a mail is about that waits a moment: a shift, or a request whose hours are declared. The next news of it drops the mail.
    held_for         uuid,
    status           text not null check (status in ('QUEUED', 'SENT', 'FAILED', 'DROPPED', 'HELD')),
    attempts         integer not null default 0,
    queued_at        timestamptz not null,
    expires_at       timestamptz,
    sent_at          timestamptz,
    last_error       text,
    last_problem     text,
    search_text      text not null generated always as
                     (searchable(recipient || ' ' || recipient_name || ' ' || subject)) stored
);
-- The deliveries, read by a scheduler of their own.
create table scheduled_mail (like scheduled_tasks including all);

create index outgoing_mail_held on outgoing_mail (held_for) where held_for is not null;
create index outgoing_mail_by_status on outgoing_mail (status, queued_at desc, id desc);
-- The list of mails, newest first, and its filter « texte ».
create index outgoing_mail_by_age on outgoing_mail (queued_at desc, id desc);
create index outgoing_mail_sent on outgoing_mail (sent_at);
create index outgoing_mail_to on outgoing_mail (recipient);
create index outgoing_mail_search on outgoing_mail using gin (search_text gin_trgm_ops);
