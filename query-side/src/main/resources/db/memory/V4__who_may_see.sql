-- SPDX-License-Identifier: Apache-2.0

-- Those who may see an event, where not all who are let in may: a reader is named by as many names as they are somebody.
alter table memory.record add column if not exists audience text[];
