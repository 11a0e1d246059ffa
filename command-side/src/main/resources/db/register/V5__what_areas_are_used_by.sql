-- SPDX-License-Identifier: Apache-2.0

-- A budget year counts on each area that it has a line of. From now on the year says so as a line is drafted; here it is said of
-- the lines that were drafted before, each as its last correction has it.
do $$
begin
    -- Without a journal there is nothing to say.
    if to_regclass('journal.event') is null then
        return;
    end if;
    with line as materialized (
        select event_id, position, stream, occurred_on, convert_from(payload, 'UTF8')::jsonb as said
        from journal.event where name = 'budget.line-drafted'
    ), correction as materialized (
        select position, convert_from(payload, 'UTF8')::jsonb as said
        from journal.event where name in ('record.corrected', 'record.annulled')
    ), told as (
        select event_id, position as origin, position, stream, occurred_on, said from line
        union all
        select line.event_id, line.position, correction.position, line.stream,
            (correction.said ->> 'occurredOn')::date, correction.said -> 'replacement'
        from line join correction on correction.said ->> 'eventId' = line.event_id
    ), latest as (
        select distinct on (event_id) * from told order by event_id, position desc
    ), used as (
        insert into register.entry (kind, key, event_id, origin, position, stands, holder, occurred_on, from_day)
        select 'USED', 'area/' || (said ->> 'areaId'), event_id, origin, position, true, stream, occurred_on, occurred_on
        from latest where said ->> 'areaId' is not null
        returning kind, key, holder, from_day
    )
    insert into register.row (kind, key, holder, from_day) select kind, key, holder, from_day from used;
end
$$;
