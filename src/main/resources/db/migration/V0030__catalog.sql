create table job_function (
    id       uuid primary key,
    version  integer not null,
    name_fr  text not null check (btrim(name_fr) <> ''),
    name_en  text not null check (btrim(name_en) <> ''),
    position integer not null,
    active   boolean not null,
    -- Written by a trigger.
    former_names text not null default '',
    constraint job_function_name_once unique (name_fr)
);
create table age_group (like job_function including constraints including defaults, primary key (id),
    constraint age_group_name_once unique (name_fr));
create table task_type (like job_function including constraints including defaults, primary key (id),
    constraint task_type_name_once unique (name_fr));
create trigger job_function_former_names before update of name_fr, name_en on job_function for each row
    execute function keep_former_names('name_fr', 'name_en');
create trigger age_group_former_names before update of name_fr, name_en on age_group for each row
    execute function keep_former_names('name_fr', 'name_en');
create trigger task_type_former_names before update of name_fr, name_en on task_type for each row
    execute function keep_former_names('name_fr', 'name_en');

-- The first content of the three lists; staff edit it afterwards.
insert into job_function (id, version, name_fr, name_en, position, active) values
    ('01900000-0000-7000-8000-000000000101', 0, 'Éducatrice', 'Educator', 10, true),
    ('01900000-0000-7000-8000-000000000102', 0, 'Aide-éducatrice', 'Assistant educator', 20, true),
    ('01900000-0000-7000-8000-000000000103', 0, 'Responsable de l’alimentation', 'Cook', 30, true),
    ('01900000-0000-7000-8000-000000000104', 0, 'Préposée à l’entretien', 'Housekeeper', 40, true),
    ('01900000-0000-7000-8000-000000000105', 0, 'Secrétaire-réceptionniste', 'Secretary-receptionist', 50, true),
    ('01900000-0000-7000-8000-000000000106', 0, 'Adjointe administrative', 'Administrative assistant', 60, true);

insert into age_group (id, version, name_fr, name_en, position, active) values
    ('01900000-0000-7000-8000-000000000201', 0, 'Poupons (moins de 18 mois)', 'Infants (under 18 months)', 10, true),
    ('01900000-0000-7000-8000-000000000202', 0, '18 mois à 3 ans', '18 months to 3 years', 20, true),
    ('01900000-0000-7000-8000-000000000203', 0, '4 ans', '4 years', 30, true),
    ('01900000-0000-7000-8000-000000000204', 0, '5 ans', '5 years', 40, true),
    ('01900000-0000-7000-8000-000000000205', 0, 'Multiâge', 'Mixed ages', 50, true),
    ('01900000-0000-7000-8000-000000000206', 0, 'Sans groupe', 'No group', 60, true);

insert into task_type (id, version, name_fr, name_en, position, active) values
    ('01900000-0000-7000-8000-000000000301', 0, 'Remplacement en groupe', 'Group replacement', 10, true),
    ('01900000-0000-7000-8000-000000000302', 0, 'Pauses', 'Breaks', 20, true),
    ('01900000-0000-7000-8000-000000000303', 0, 'Ouverture', 'Opening', 30, true),
    ('01900000-0000-7000-8000-000000000304', 0, 'Fermeture', 'Closing', 40, true),
    ('01900000-0000-7000-8000-000000000305', 0, 'Soutien', 'Support', 50, true),
    ('01900000-0000-7000-8000-000000000306', 0, 'Cuisine', 'Kitchen', 60, true);
