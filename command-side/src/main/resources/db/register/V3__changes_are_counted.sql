-- SPDX-License-Identifier: Apache-2.0

-- Counts the changes of the rows. What a process knows of them from memory holds for as long as the count stands. Rows change
-- under the journal's lock only, so counting makes nobody wait for anybody else.
create table register.epoch (
    one     boolean not null primary key default true check (one),
    changes bigint not null
);

insert into register.epoch (changes) values (0);
grant select, update (changes) on register.epoch to orgmemory_app;

create function register.count_change() returns trigger language plpgsql as $$
begin
    update register.epoch set changes = changes + 1;
    return null;
end
$$;

create trigger counted after insert or update or delete or truncate on register.row
    for each statement execute function register.count_change();
