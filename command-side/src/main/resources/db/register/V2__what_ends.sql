-- SPDX-License-Identifier: Apache-2.0

-- An entry may also say that something ends; then from_day is the first day without it.
alter table register.entry add column ends boolean not null default false;

-- The day the event occurred on. Entries take effect in the order of these days; older ones began on them.
alter table register.entry add column occurred_on date;
