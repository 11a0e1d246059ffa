-- SPDX-License-Identifier: Apache-2.0

-- How far each automation has read in the journal. It never goes back: what was reacted to is not reacted to again.
create table register.automation (
    name     text collate "C" primary key,
    position bigint not null
);

create index row_due on register.row (from_day) where kind = 'DUE';

grant select, insert, update (position) on register.automation to orgmemory_app;
