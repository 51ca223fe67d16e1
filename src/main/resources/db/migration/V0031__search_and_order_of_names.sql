-- Names are found and ordered as people read them: « École » is under E, and « helene » finds « Hélène ».
create extension if not exists unaccent;

-- unaccent() is not declared immutable, since its dictionary could be changed; ours never is, so an index may use it.
create function fold(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- The lists of clients and substitutes, by name.
create index client_by_folded_name on client (fold(name), id);
create index substitute_by_folded_name on substitute (fold(last_name), fold(first_name), id);

-- The history on a client's page: what concerns the client itself, without its requests.
create index history_entry_of_client_itself on history_entry (client_id, at desc, id desc) where request_id is null;
