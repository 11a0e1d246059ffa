-- SPDX-License-Identifier: Apache-2.0

-- Every fact, for ever, in one order: position counts from 1 without gaps, in the order of commits.
create table journal.event (
    position       bigint not null primary key check (position > 0),
    event_id       text collate "C" not null unique,
    stream         text collate "C" not null,
    sequence       bigint not null check (sequence >= 0),
    entity         text collate "C" not null,
    entity_version bigint not null check (entity_version > 0),
    name           text collate "C" not null,
    revision       integer not null check (revision > 0),
    recorded_at    timestamptz not null,
    occurred_on    date not null,
    -- The latest day of any fact of the stream so far, as each stood when it or its correction came.
    latest_day     date not null,
    -- Whether it changes the order or the content of facts before it: a late fact, a correction, an annulment.
    reorders       boolean not null,
    metadata       bytea not null,
    payload        bytea not null,
    unique (stream, sequence),
    unique (entity, entity_version)
);

create index event_reorders on journal.event (stream, sequence) where reorders;

-- Ids that are taken for ever, across all streams.
create table journal.claim (
    subject  text collate "C" not null primary key,
    event_id text collate "C" not null
);

-- What was answered under an idempotency key; a repeated command gets it again.
create table journal.answer (
    idempotency_key text collate "C" not null primary key,
    request_hash    text collate "C" not null,
    stream          text collate "C" not null,
    entity          text collate "C" not null,
    entity_version  bigint not null,
    event_id        text collate "C" not null,
    position        bigint not null
);

-- The state of an aggregate after a sequence of its stream. It only saves time and may be replaced or lost.
create table journal.snapshot (
    stream     text collate "C" not null primary key,
    sequence   bigint not null,
    latest_day date not null,
    type       text collate "C" not null,
    revision   text collate "C" not null,
    state      bytea not null
);

-- What is fixed at the first start, as the institute's time zone.
create table journal.setting (
    key   text collate "C" not null primary key,
    value text not null
);

grant usage on schema journal to orgmemory_app;
grant select, insert on journal.event, journal.claim, journal.answer, journal.setting to orgmemory_app;
grant select, insert, update on journal.snapshot to orgmemory_app;

-- The privileges bind the application; the trigger binds the owner of the tables too.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is insert-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger insert_only before update or delete or truncate on journal.event
    for each statement execute function journal.refuse_change();
create trigger insert_only before update or delete or truncate on journal.claim
    for each statement execute function journal.refuse_change();
create trigger insert_only before update or delete or truncate on journal.answer
    for each statement execute function journal.refuse_change();
create trigger insert_only before update or delete or truncate on journal.setting
    for each statement execute function journal.refuse_change();

-- Also while triggers are off for replication.
alter table journal.event enable always trigger insert_only;
alter table journal.claim enable always trigger insert_only;
alter table journal.answer enable always trigger insert_only;
alter table journal.setting enable always trigger insert_only;
