-- Whoever presses « Renvoyer l'invitation » again and again fills no mailbox.
alter table staff_member add column invited_at timestamptz;
