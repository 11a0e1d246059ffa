-- SPDX-License-Identifier: Apache-2.0

-- What an event is found by, as the program reads it; and of an event that names something, its names apart. A name stands
-- with no other event: who asks for one is led from it to the thing, and by the thing's id to all that concerns it.
-- Where the program reads texts otherwise one day, a script empties the memory again, so that it is folded anew.
truncate memory.record, memory.mention, memory.version, memory.present, memory.touch, memory.view;
update memory.progress set position = 0;

alter table memory.record
    drop column if exists search,
    add column if not exists words tsvector not null,
    add column if not exists names tsvector;

create index if not exists record_words on memory.record using gin (words);
create index if not exists record_names on memory.record using gin (names) where names is not null;
