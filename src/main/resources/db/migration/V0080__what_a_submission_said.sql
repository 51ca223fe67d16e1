-- The SHA-256 of what the form said, without anything secret: another press of the same form that says something else is no
-- second press of the same button.
alter table submission add column content bytea;
