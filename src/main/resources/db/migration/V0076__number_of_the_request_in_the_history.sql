-- The number of the click, as it stands in the log and in the security events; none for what happens by itself.
alter table history_entry add column request_number text;
