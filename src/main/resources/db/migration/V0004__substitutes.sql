create table substitute (
    id         uuid primary key,
    version    integer not null,
    first_name text not null check (btrim(first_name) <> ''),
    last_name  text not null check (btrim(last_name) <> ''),
    email      text not null,
    phone      text not null,
    qualified  boolean not null,
    active     boolean not null
);
create index substitute_by_name on substitute (last_name, first_name, id);

create table substitute_job_function (
    substitute_id   uuid not null references substitute,
    job_function_id uuid not null references job_function,
    primary key (substitute_id, job_function_id)
);
create table substitute_age_group (
    substitute_id uuid not null references substitute,
    age_group_id  uuid not null references age_group,
    primary key (substitute_id, age_group_id)
);
