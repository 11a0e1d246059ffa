-- SPDX-License-Identifier: Apache-2.0
create table plain.thing (id int);
grant usage on schema plain to orgmemory_app;
grant select on plain.thing to orgmemory_app;
