-- SPDX-License-Identifier: Apache-2.0

-- Every event, one row each, in the order of the journal.
create table memory.record (
    position       bigint not null primary key,
    event_id       text collate "C" not null unique,
    stream         text collate "C" not null,
    sequence       bigint not null,
    entity         text collate "C" not null,
    entity_version bigint not null,
    topic          text collate "C" not null,
    name           text collate "C" not null,
    -- Of the payload as it stands here, which may be newer than the journal's.
    revision       integer not null,
    actor          text collate "C" not null,
    capacity       text collate "C" not null,
    on_behalf_of   text collate "C",
    attestation    text collate "C" not null,
    story          text collate "C",
    causation      text collate "C",
    visibility     text collate "C" not null,
    source_ref     text,
    language       text collate "C" not null,
    command_id     text collate "C" not null,
    recorded_at    timestamptz not null,
    -- The latest time of recording so far: clocks of machines are set back, this never is.
    recorded_max   timestamptz not null,
    occurred_on    date not null,
    -- The day the fact happened, as this event says: of a correction the right day, null for an annulment.
    fact_day       date,
    -- The latest such day so far: nothing that is known at this position happened later.
    latest_day     date not null,
    -- The original that this event corrects or annuls.
    corrects       bigint,
    subjects       text[] not null,
    payload        json not null,
    -- The payload's texts, for search.
    search         text not null
);

create index record_entity on memory.record (entity, entity_version);
create index record_story on memory.record (story, position) where story is not null;
create index record_topic on memory.record (topic, position);
create index record_name on memory.record (name, position);
create index record_actor on memory.record (actor, position);
create index record_occurred on memory.record (occurred_on, position);
create index record_recorded on memory.record (recorded_max, position);
create index record_corrects on memory.record (corrects, position) where corrects is not null;
create index record_search on memory.record using gin (to_tsvector('simple', search));

-- Whom and what an event concerns. A correction concerns what its original did and what its replacement does.
create table memory.mention (
    subject  text collate "C" not null,
    position bigint not null,
    primary key (subject, position)
);

-- A view as it is folded. A row for what is read, another one for what is folded anew beside it.
create table memory.view (
    id         integer generated always as identity primary key,
    name       text collate "C" not null,
    version    integer not null,
    status     text not null check (status in ('LIVE', 'FOLDING', 'BROKEN', 'RETIRED')),
    -- Folded up to there.
    position   bigint not null,
    broken_at  bigint,
    error      text,
    -- When and where the folding beside began, for its rate.
    began_at   timestamptz not null default now(),
    began_from bigint not null,
    moved_at   timestamptz not null default now()
);

create unique index view_live on memory.view (name) where status = 'LIVE';
create unique index view_folding on memory.view (name) where status = 'FOLDING';
create unique index view_broken on memory.view (name) where status = 'BROKEN';

-- What held from the end of a day on, as it was known from a position on; no state where no fact stood. The row of the
-- greatest day up to the asked one, and of these of the greatest known, is the answer: a late fact writes a row for each
-- later day of the key.
create table memory.version (
    view  integer not null,
    key   text collate "C" not null,
    day   date not null,
    known bigint not null,
    state json,
    primary key (view, key, day, known)
);

-- The newest version of each key, with the view's columns in a form that sorts byte by byte.
create table memory.present (
    view  integer not null,
    key   text collate "C" not null,
    day   date not null,
    known bigint not null,
    state json,
    c1    text collate "C" not null default '',
    c2    text collate "C" not null default '',
    c3    text collate "C" not null default '',
    primary key (view, key)
);

create index present_c1 on memory.present (view, c1, key) where state is not null;
create index present_c2 on memory.present (view, c2, key) where state is not null;
create index present_c3 on memory.present (view, c3, key) where state is not null;

-- Which facts came to concern a key by a correction, by their originals' positions; a fact that returns to a key stands
-- here twice. A key's other facts are those whose positions its versions became known at.
create table memory.touch (
    view     integer not null,
    key      text collate "C" not null,
    position bigint not null
);

create index touch_key on memory.touch (view, key, position);

-- Where the whole memory stands.
create table memory.progress (
    one      boolean not null primary key default true check (one),
    position bigint not null
);

insert into memory.progress (position) values (0);

-- Versions are only ever added. They go with a view that has been replaced, or with all of a memory that is folded anew
-- from the journal; hence delete and truncate, and no update.
grant usage on schema memory to orgmemory_app;
grant select, insert, truncate on memory.record, memory.mention to orgmemory_app;
grant select, insert, delete, truncate on memory.version, memory.touch to orgmemory_app;
grant select, insert, update, delete, truncate on memory.present, memory.view to orgmemory_app;
grant select, update on memory.progress to orgmemory_app;
