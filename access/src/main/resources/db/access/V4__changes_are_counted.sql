-- SPDX-License-Identifier: Apache-2.0

-- Counts every change of who may come in. What a process knows from memory holds for as long as the count stands.
create table access.epoch (
    one     boolean not null primary key default true check (one),
    changes bigint not null
);

insert into access.epoch (changes) values (0);
grant select, update (changes) on access.epoch to orgmemory_app;

create function access.count_change() returns trigger language plpgsql as $$
begin
    update access.epoch set changes = changes + 1;
    return null;
end
$$;

-- Deferred to the end of the transaction: whoever has counted waits for nobody any more, so nobody waits in a ring.
create constraint trigger counted_end after delete on access.token
    deferrable initially deferred for each row execute function access.count_change();
-- That a token has been used changes nothing.
create constraint trigger counted_change after update on access.token
    deferrable initially deferred for each row
    when ((to_jsonb(old) - 'last_used_on') is distinct from (to_jsonb(new) - 'last_used_on'))
    execute function access.count_change();
create constraint trigger counted after insert or update or delete on access.account
    deferrable initially deferred for each row execute function access.count_change();
