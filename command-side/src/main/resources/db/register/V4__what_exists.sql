-- SPDX-License-Identifier: Apache-2.0

-- That something exists is said alike of everything: by its type and its id. Until now persons, bodies and areas had a kind
-- each. Nothing else of what was said changes.
alter table register.entry disable trigger insert_only;
update register.entry set kind = 'EXISTS', key = lower(kind) || '/' || key where kind in ('PERSON', 'BODY', 'AREA');
alter table register.entry enable trigger insert_only;

update register.row set kind = 'EXISTS', key = lower(kind) || '/' || key where kind in ('PERSON', 'BODY', 'AREA');
