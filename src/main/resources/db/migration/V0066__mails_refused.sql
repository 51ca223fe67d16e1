-- When it was last told that an account had no mail left: once an hour, however many ask.
alter table mail_quota add column refused_at timestamptz;
