// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.LocalDate;
import orgmemory.query.memory.BitemporalPoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both clocks as they stand for one read.
 *
 * @param position  where the memory stands
 * @param latestDay nothing that is known then happened after this day
 * @param newest    whether what is asked for is what is known and held last
 */
record ReadPoint(LocalDate asOf, long knownOn, long position, LocalDate latestDay, boolean newest) {

    static ReadPoint of(JdbcClient sql, BitemporalPoint point, LocalDate today, long position) {
        var asOf = point.asOf() == null ? today : point.asOf();
        long knownOn = point.knownOn() == null ? position : Math.min(point.knownOn(), position);
        if (point.present()) {
            return new ReadPoint(asOf, knownOn, position, asOf, true);
        }
        var latestDay = sql.sql("select latest_day from memory.record where position = ?")
                .param(knownOn)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
        boolean newest = knownOn == position && (point.asOf() == null || !asOf.isBefore(latestDay));
        return new ReadPoint(asOf, knownOn, position, latestDay, newest);
    }

    static long position(JdbcClient sql) {
        return sql.sql("select position from memory.progress").query(Long.class).single();
    }

    /** The day to look at: later ones have nothing that was known then, and need not be skipped one by one. */
    LocalDate day() {
        return asOf.isBefore(latestDay) ? asOf : latestDay;
    }
}
