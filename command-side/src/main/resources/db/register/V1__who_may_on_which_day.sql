-- SPDX-License-Identifier: Apache-2.0

-- What each event, and each correction of it, has said. Of all that was said of an original the latest counts.
create table register.entry (
    kind       text collate "C" not null,
    key        text collate "C" not null,
    event_id   text collate "C" not null,
    -- The original's place in the journal, and the place of the event or correction that said it.
    origin     bigint not null,
    position   bigint not null,
    -- False where a correction took the entry back; then it says nothing else.
    stands     boolean not null,
    holder     text collate "C",
    from_day   date,
    until_day  date,
    primary key (kind, key, origin, position),
    check (not stands or from_day is not null)
);

create index entry_event on register.entry (event_id);

-- The days that follow from the entries of a key; written anew with each of them.
create table register.row (
    kind      text collate "C" not null,
    key       text collate "C" not null,
    holder    text collate "C",
    from_day  date not null,
    until_day date
);

create index row_key on register.row (kind, key, from_day);
create index row_holder on register.row (kind, holder, from_day);

grant usage on schema register to orgmemory_app;
grant select, insert on register.entry to orgmemory_app;
grant select, insert, delete on register.row to orgmemory_app;

create function register.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '%.% is insert-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger insert_only before update or delete or truncate on register.entry
    for each statement execute function register.refuse_change();
