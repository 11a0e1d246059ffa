// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.ViewUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the kept views stand, and which of them are read. */
final class StoredViews {

    private static final String KEPT = """
            select v.*, p.position as head from memory.view v, memory.progress p where v.status <> 'RETIRED'
            """;

    /**
     * A view that can be read.
     *
     * @param version  of what is kept, which may be older than the program's while that is folded
     * @param position it is folded up to there
     * @param head     the whole memory stands there
     */
    record Served(int id, int version, long position, long head) {

        boolean isOf(View<?> view) {
            return version == view.version();
        }
    }

    private StoredViews() {
    }

    static List<ViewStatus> all(JdbcClient sql) {
        return sql.sql(KEPT + "order by v.name, v.id").query((row, number) -> status(row)).list();
    }

    static Served served(JdbcClient sql, View<?> view) {
        return sql.sql(KEPT + "and v.name = ? and v.status = 'LIVE'")
                .param(view.name())
                .query((row, number) -> new Served(row.getInt("id"), row.getInt("version"),
                        row.getLong("position"), row.getLong("head")))
                .optional()
                .orElseThrow(() -> new ViewUnavailable(whyNot(sql, view)));
    }

    /** What stands instead of it: that it broke, or that it is being folded. */
    static ViewStatus whyNot(JdbcClient sql, View<?> view) {
        Optional<ViewStatus> kept = sql
                .sql(KEPT + "and v.name = ? and v.status <> 'LIVE' order by v.status limit 1")
                .param(view.name())
                .query((row, number) -> status(row))
                .optional();
        return kept.orElseGet(() -> new ViewStatus(view.name(), view.version(), Status.FOLDING, 0, 0, null,
                null, 0, null));
    }

    private static ViewStatus status(ResultSet row) throws SQLException {
        var status = Status.valueOf(row.getString("status"));
        long position = row.getLong("position");
        long head = row.getLong("head");
        long brokenAt = row.getLong("broken_at");
        long perSecond = status == Status.FOLDING ? perSecond(row, position) : 0;
        return new ViewStatus(row.getString("name"), row.getInt("version"), status, position, head,
                status == Status.BROKEN ? brokenAt : null, row.getString("error"), perSecond,
                left(head - position, perSecond));
    }

    private static long perSecond(ResultSet row, long position) throws SQLException {
        var took = Duration.between(row.getObject("began_at", OffsetDateTime.class),
                row.getObject("moved_at", OffsetDateTime.class));
        return (position - row.getLong("began_from")) * 1_000 / Math.max(1, took.toMillis());
    }

    private static @Nullable Duration left(long events, long perSecond) {
        return perSecond == 0 ? null : Duration.ofSeconds((events + perSecond - 1) / perSecond);
    }
}
