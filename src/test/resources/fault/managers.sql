-- Managers with an account, each of a client with one installation.
with numbers as (
    select n, gen_random_uuid() as client_id, gen_random_uuid() as manager_id from generate_series(1, :managers) n),
clients as (
    insert into client (id, version, name, active, created_at)
    select client_id, 0, 'CPE ' || n, true, now() from numbers returning id),
facilities as (
    insert into facility (id, version, client_id, name, street, city, postal_code, phone, instructions, active)
    select gen_random_uuid(), 0, client_id, 'Installation ' || n, '1, rue Principale', 'Québec', 'G1R 2B5', '418 555-0100', '', true
      from numbers returning id),
managers as (
    insert into client_manager (id, version, client_id, first_name, last_name, email, email_canonical, phone, all_facilities, active)
    select manager_id, 0, client_id, 'Marie', 'Tremblay ' || n, 'direction' || n || '@example.test',
           'direction' || n || '@example.test', '418 555-0101', true, true
      from numbers returning id)
insert into account (id, version, email, email_canonical, first_name, last_name, password_hash, state, client_manager_id, language,
                     created_at, confirmed_at)
select gen_random_uuid(), 0, 'direction' || n || '@example.test', 'direction' || n || '@example.test', 'Marie', 'Tremblay ' || n,
       :hash, 'ACTIVE', manager_id, 'fr', now(), now()
  from numbers;
