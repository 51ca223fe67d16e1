-- The page of the security events, of one address of a machine.
create index security_event_from_address on security_event (address, at desc, id desc) where address is not null;

-- The list of the mails, newest first, and its text.
create index outgoing_mail_by_age on outgoing_mail (queued_at desc, id desc);
create index outgoing_mail_search on outgoing_mail
    using gin (fold(recipient || ' ' || recipient_name || ' ' || subject) gin_trgm_ops);
