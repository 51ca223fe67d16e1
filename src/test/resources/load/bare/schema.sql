-- The tables of the bare app: as many requests as the portal has, of 300 clients.
create table client (id int primary key, name text not null);
create table worker (id int primary key, name text not null);
create table request (id bigint primary key, client_id int not null, worker_id int, position text not null, status text not null,
                      day date not null, hours numeric(5, 2) not null);
insert into client select i, 'CPE La Farandole ' || i from generate_series(1, 300) i;
insert into worker select i, 'Amélie Gagnon ' || i from generate_series(1, 5000) i;
insert into request
select i, 1 + i % 300, case when i % 4 > 0 then 1 + i % 5000 end, 'Éducatrice ' || i % 40,
       (array['NEW', 'OFFERED', 'FILLED', 'CANCELLED', 'APPROVED'])[1 + i % 5], date '2024-01-01' + (i % 1100)::int, 7.5
  from generate_series(1, :requests::bigint) i;
alter table request add foreign key (client_id) references client, add foreign key (worker_id) references worker;
create index on request (client_id, day desc, id desc);
create role bare login password 'bare';
grant select on client, worker, request to bare;
