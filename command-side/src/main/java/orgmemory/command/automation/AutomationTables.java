// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import orgmemory.message.Due;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each automation has read, and what is due: a process that goes on after another finds both here. */
final class AutomationTables {

    /**
     * What is due.
     *
     * @param matter    what, of what
     * @param day       on which it was due
     * @param causation the event that set the day
     */
    record DueMatter(Due matter, LocalDate day, String causation) {
    }

    private static final String BEGIN = """
            with begun as (insert into register.automation (name, position)
                select ?, coalesce(max(position), 0) from journal.event on conflict do nothing returning position)
            select position from begun union all select position from register.automation where name = ?
            """;
    private static final String REACH = """
            update register.automation set position = reached.position
            from unnest(:names, :positions) as reached(name, position)
            where automation.name = reached.name and automation.position < reached.position
            """;
    private static final String DUE = """
            select key, from_day, (select event_id from register.entry where kind = row.kind and key = row.key
                and stands and from_day = row.from_day order by occurred_on desc, origin desc limit 1) as event_id
            from register.row where kind = 'DUE' and from_day <= :today and split_part(key, '#', 2) = any(:matters)
            order by from_day, key
            """;

    private final JdbcClient jdbc;

    AutomationTables(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** The position up to which it has read; one that was never started begins behind all that is recorded. */
    long position(String automation) {
        return jdbc.sql(BEGIN)
                .params(automation, automation)
                .query(Long.class)
                .optional()
                .orElseGet(() -> position(automation));
    }

    /** Goes forward only: another process may have read further. */
    void reach(Map<String, Long> positions) {
        jdbc.sql(REACH)
                .param("names", positions.keySet().toArray(String[]::new))
                .param("positions", positions.values().toArray(Long[]::new))
                .update();
    }

    /** All of these matters whose day has come and that nothing has ended, the oldest first. */
    List<DueMatter> due(LocalDate today, Set<String> matters) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("matters", matters.toArray(String[]::new))
                .query((row, _) -> new DueMatter(Due.ofKey(row.getString("key")),
                        row.getObject("from_day", LocalDate.class), row.getString("event_id")))
                .list();
    }
}
