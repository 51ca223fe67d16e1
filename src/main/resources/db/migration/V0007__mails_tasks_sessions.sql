-- A mail exists if and only if its business change was committed. The link of a mail is written in when it leaves.
create table outgoing_mail (
    id              uuid primary key,
    version         integer not null,
    kind            text not null,
    recipient       text not null,
    recipient_name  text not null,
    language        text not null,
    subject         text not null,
    body            text not null,
    account_token_id uuid,
    status          text not null check (status in ('QUEUED', 'SENT', 'FAILED', 'DROPPED')),
    attempts        integer not null default 0,
    queued_at       timestamptz not null,
    expires_at      timestamptz,
    sent_at         timestamptz,
    last_error      text
);
create index outgoing_mail_by_status on outgoing_mail (status, queued_at desc, id desc);

-- db-scheduler 16
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time on scheduled_tasks (priority desc, execution_time asc);

-- Spring Session JDBC 4
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
