// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** The rows of the record, under the alias r, that a question is narrowed to. */
final class Narrowing {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String position;

    private static final String LATE_OR_CORRECTED = """
            and ((r.recorded_at at time zone ?)::date > r.occurred_on or exists (
                select from memory.record c where c.corrects = r.position and c.position <= ?))
            """;

    /** To what is asked for beside words, and what its reader may see. */
    Narrowing(RecordQuery query, Audience audience, long knownOn) {
        if (query.subject() != null) {
            text.append("join memory.mention m on m.position = r.position and m.subject = ?\n");
            values.add(query.subject().toString());
        }
        // With a subject its index gives the order, without one the record's own.
        position = query.subject() == null ? "r.position" : "m.position";
        text.append("where ").append(position).append(" <= ?\n");
        values.add(knownOn);
        to(Audience.MAY_SEE, audience.array());
        to("r.story = ?", query.story());
        to("r.topic = ?", query.topic());
        to("r.name = ?", query.name());
        to("r.actor = ?", query.actor());
        to("r.recorded_at >= ?", utc(query.from()));
        to("r.recorded_at < ?", utc(query.until()));
        to("r.occurred_on >= ?", query.occurredFrom());
        to("r.occurred_on <= ?", query.occurredUntil());
        if (query.daysEndIn() != null) {
            text.append(LATE_OR_CORRECTED);
            values.add(query.daysEndIn().getId());
            values.add(knownOn);
        }
    }

    /** Also to rows for which this holds of a value; not where the value is null. */
    Narrowing to(String condition, @Nullable Object value) {
        if (value != null) {
            text.append("and ").append(condition).append('\n');
            values.add(value instanceof Subject subject ? subject.toString() : value);
        }
        return this;
    }

    /** Also to what comes after a position in the order, which begins with the newest or with the oldest. */
    Narrowing after(@Nullable Long last, boolean newestFirst) {
        return to(position + (newestFirst ? " < ?" : " > ?"), last);
    }

    /** Whose position gives the order. */
    String position() {
        return position;
    }

    String text() {
        return text.toString();
    }

    /** The values in the order of their marks, and one more. */
    List<Object> with(Object last) {
        var all = new ArrayList<>(values);
        all.add(last);
        return all;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
