-- SPDX-License-Identifier: Apache-2.0
-- Letting in and showing out are facts of the journal. What a fact brings about is written in the fact's own commit; the
-- secret that goes with it, which no fact holds, waits here until then, and opens nothing while it waits.

create table access.waiting (
    id           uuid primary key,
    person       text not null,
    -- Of a link or a token.
    hash         bytea check (octet_length(hash) = 32),
    -- Of an account.
    sign_in_name text,
    name_key     text,
    password     text,
    since        timestamptz not null default clock_timestamp()
);

alter table access.link
    add column id uuid not null default uuidv7() unique,
    -- Its fact, and the day of it, which in the demo is the story's.
    add column position bigint,
    add column made_on date,
    -- When the person it is for has seen that somebody made it.
    add column seen_at timestamptz;

-- Browsers in which somebody signed in before. Their guesses are counted apart from everybody else's.
create table access.browser (
    hash    bytea primary key check (octet_length(hash) = 32),
    person  text not null,
    used_at timestamptz not null default clock_timestamp()
);

create index browser_of_person on access.browser (person, used_at desc);

-- From now on the table holds hashes of what browsers show, so what it held before opens nothing any more.
delete from access.session;

grant select, insert, update, delete on access.waiting, access.browser to orgmemory_app;
grant update (seen_at) on access.link to orgmemory_app;
