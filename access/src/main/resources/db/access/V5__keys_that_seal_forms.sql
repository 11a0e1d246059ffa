-- SPDX-License-Identifier: Apache-2.0

-- With which keys the forms are sealed that wait in browsers behind a sign-in: so they outlive a restart, and any process opens
-- them. What is sealed is never kept here, so a key by itself opens nothing; each is used for a day and deleted a day later.
create table access.sealing_key (
    key     bytea primary key check (octet_length(key) = 32),
    made_at timestamptz not null default clock_timestamp()
);

grant select, insert, delete on access.sealing_key to orgmemory_app;
