-- SPDX-License-Identifier: Apache-2.0
-- Who may ask. Only a hash of each token is kept, so a copy of this table opens nothing.

create table access.token (
    hash        bytea primary key check (octet_length(hash) = 32),
    person      text not null,
    label       text not null,
    created_at  timestamptz not null default clock_timestamp(),
    revoked_at  timestamptz
);

grant usage on schema access to orgmemory_app;
grant select, insert on access.token to orgmemory_app;
grant update (revoked_at) on access.token to orgmemory_app;
