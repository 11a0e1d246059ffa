// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.Clocks;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordQuery.Order;
import orgmemory.query.screen.form.Form;

/** Which facts of the record somebody asked for, as it was typed; what cannot be read is named and not asked. */
final class Asked {

    static final int A_PAGE = 50;

    private final Form typed;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    Asked(Map<String, String> typed) {
        this.typed = Form.sent(typed);
    }

    /** The question; empty of what is wrong. */
    RecordQuery query(Clocks clocks, ZoneId zone) {
        var kind = typed.value("kind");
        boolean wholeTopic = !kind.isEmpty() && kind.indexOf('.') < 0;
        var from = read("from", "day", LocalDate::parse);
        var to = read("to", "day", LocalDate::parse);
        return new RecordQuery(read("subject", "subject", Subject::of), null, wholeTopic ? kind : null,
                wholeTopic || kind.isEmpty() ? null : kind, read("actor", "actor", Subject::of),
                text("text"), from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(), null, clocks.asOf(),
                clocks.knownOn(), read("cursor", "cursor", Long::valueOf), order(), A_PAGE);
    }

    Order order() {
        return typed.value("order").equals("oldest") ? Order.OLDEST : Order.NEWEST;
    }

    /** Whether anything is asked for beside the order. */
    boolean narrowed() {
        return typed.typed()
                .entrySet()
                .stream()
                .anyMatch(field -> !field.getKey().equals("order") && !field.getKey().equals("cursor")
                        && !field.getValue().isEmpty());
    }

    Form typed() {
        return typed;
    }

    /** What is wrong, by field: the rule's name in the bundles under {@code log.wrong.}. */
    Map<String, String> wrong() {
        return Map.copyOf(wrong);
    }

    private @Nullable String text(String field) {
        var text = typed.value(field).replace("\0", "");
        return text.isEmpty() ? null : text;
    }

    private <T> @Nullable T read(String field, String rule, Function<String, T> reader) {
        var text = typed.value(field);
        try {
            return text.isEmpty() ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            wrong.put(field, rule);
            return null;
        }
    }
}
