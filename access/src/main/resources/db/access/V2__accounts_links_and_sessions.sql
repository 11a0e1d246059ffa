-- SPDX-License-Identifier: Apache-2.0
-- Who may come in: accounts with passwords, links that open one, and sessions. Passwords and links are kept as hashes.

create table access.account (
    person          text primary key,
    sign_in_name    text not null,
    -- The name as it is compared: in one case, and in one form of Unicode.
    name_key        text not null unique,
    password        text not null,
    made_at         timestamptz not null default clock_timestamp(),
    password_set_at timestamptz not null default clock_timestamp()
);

create table access.link (
    hash         bytea primary key check (octet_length(hash) = 32),
    -- Whom it lets in; nobody yet for the link of the first memory keeper, who is registered by it.
    person       text,
    -- Who made it; the service itself for that one.
    made_by      text,
    made_at      timestamptz not null default clock_timestamp(),
    valid_until  timestamptz,
    used_at      timestamptz,
    withdrawn_at timestamptz
);

create index link_of_person on access.link (person) where used_at is null and withdrawn_at is null;

alter table access.token
    add column id uuid not null default uuidv7() unique,
    add column last_used_on date;

create index token_of_person on access.token (person) where revoked_at is null;

-- The two tables of Spring Session, with its names for columns.
create table access.session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);

create index session_by_expiry on access.session (expiry_time);
create index session_of_person on access.session (principal_name);

create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on access.account, access.session, access.session_attributes to orgmemory_app;
grant select, insert on access.link to orgmemory_app;
grant update (used_at, withdrawn_at) on access.link to orgmemory_app;
grant update (last_used_on) on access.token to orgmemory_app;
