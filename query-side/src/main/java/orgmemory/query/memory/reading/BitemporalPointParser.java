// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import orgmemory.access.HttpProblem;
import orgmemory.query.memory.BitemporalPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads clocks as people write them. */
final class BitemporalPointParser {

    private final JdbcClient sql;
    private final ZoneId zone;
    private final InstantSource clock;

    BitemporalPointParser(JdbcClient sql, ZoneId zone, InstantSource clock) {
        this.sql = sql;
        this.zone = zone;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    BitemporalPoint read(@Nullable String asOf, @Nullable String knownOn) {
        return new BitemporalPoint(asOf == null ? null : day(asOf, "asOf"),
                knownOn == null ? null : position(knownOn, "knownOn"));
    }

    /** The earlier one of two moments: what is not said of it is as at the later one, and neither clock is ahead of it. */
    BitemporalPoint earlier(@Nullable String from, @Nullable String fromKnownOn, BitemporalPoint later) {
        var asOf = from == null ? later.asOf() : day(from, "from");
        @Nullable
        Long knownOn = fromKnownOn == null
                ? later.knownOn()
                : Long.valueOf(position(fromKnownOn, "fromKnownOn"));
        if (asOf != null && asOf.isAfter(Objects.requireNonNullElse(later.asOf(), today()))) {
            throw HttpProblem.malformed("from", "not-later", "asOf");
        }
        if (knownOn != null && later.knownOn() != null && knownOn > later.knownOn()) {
            throw HttpProblem.malformed("fromKnownOn", "not-later", "knownOn");
        }
        return new BitemporalPoint(asOf, knownOn);
    }

    private LocalDate day(String typed, String field) {
        try {
            var day = LocalDate.parse(typed);
            refuse(day.isAfter(today()), field);
            return day;
        } catch (DateTimeException notADay) {
            throw HttpProblem.malformed(field, "day");
        }
    }

    private long position(String typed, String field) {
        if (typed.matches("[0-9]{1,18}")) {
            long position = Long.parseLong(typed);
            refuse(position > ReadPoint.position(sql), field);
            return position;
        }
        try {
            if (typed.matches("[0-9-]+")) {
                var day = LocalDate.parse(typed);
                refuse(day.isAfter(today()), field);
                return recordedBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
            }
            var instant = OffsetDateTime.parse(typed).toInstant();
            refuse(instant.isAfter(clock.instant()), field);
            // Recording times have microseconds; nothing is recorded between two of them.
            return recordedBefore(instant.plusNanos(1_000));
        } catch (DateTimeException neither) {
            throw HttpProblem.malformed(field, "day-or-time");
        }
    }

    private static void refuse(boolean toCome, String field) {
        if (toCome) {
            throw HttpProblem.malformed(field, "to-come");
        }
    }

    /** The last position before a time, by the latest time of recording so far: no position before it came later. */
    private long recordedBefore(Instant time) {
        return sql.sql("""
                select position from memory.record where recorded_max < ?
                order by recorded_max desc, position desc limit 1""")
                .param(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
