// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordQuery.Order;
import orgmemory.query.screen.form.Form;

/** Which facts of the record somebody asked for, as it was typed; what cannot be read is named and not asked. */
public final class LogFilter {

    /** So many that a page of them stays light, also where each offers what can be done about it. */
    static final int A_PAGE = 32;

    private static final Set<String> FIELDS = Set.of("text", "kind", "actor", "subject", "from", "to",
            "happenedFrom", "happenedTo", "only", "order", "cursor");

    /** What {@code only} may say. */
    private static final String LATE_OR_CORRECTED = "late-or-corrected";

    private final Form typed;
    private final Order otherwise;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private LogFilter(Map<String, String> typed, Order otherwise) {
        this.typed = Form.sent(typed);
        this.otherwise = otherwise;
    }

    /** What was typed, listed in an order where none was asked for. */
    public static LogFilter of(Map<String, String> given, Order otherwise) {
        return new LogFilter(given.entrySet()
                .stream()
                .filter(field -> FIELDS.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), otherwise);
    }

    /** The question; empty of what is wrong. */
    public RecordQuery query(BitemporalPoint point, ZoneId zone) {
        var kind = typed.value("kind");
        boolean wholeTopic = !kind.isEmpty() && kind.indexOf('.') < 0;
        var from = read("from", "day", LocalDate::parse);
        var to = read("to", "day", LocalDate::parse);
        var until = earlier(read("happenedTo", "day", LocalDate::parse), point.asOf());
        var query = new RecordQuery(read("subject", "subject", Subject::of), null, wholeTopic ? kind : null,
                wholeTopic || kind.isEmpty() ? null : kind, read("actor", "actor", Subject::of),
                text("text"), from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                read("happenedFrom", "day", LocalDate::parse), until,
                point.knownOn(), read("cursor", "cursor", Long::valueOf), order(), A_PAGE);
        return typed.value("only").equals(LATE_OR_CORRECTED) ? query.lateOrCorrected(zone) : query;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Whether the address for programs can ask the same. */
    boolean isForPrograms() {
        return Stream.of("happenedFrom", "happenedTo", "only")
                .allMatch(field -> typed.value(field).isEmpty());
    }

    Order order() {
        return switch (typed.value("order")) {
            case "oldest" -> Order.OLDEST;
            case "newest" -> Order.NEWEST;
            default -> otherwise;
        };
    }

    /** Whether anything is asked for beside the order. */
    boolean narrowed() {
        return typed.typed()
                .entrySet()
                .stream()
                .anyMatch(field -> !field.getKey().equals("order") && !field.getKey().equals("cursor")
                        && !field.getValue().isEmpty());
    }

    /** What was typed, for the form to show again. */
    public Form typed() {
        return typed;
    }

    /** What is wrong, by field: the rule's name in the bundles under {@code log.wrong.}. */
    public Map<String, String> wrong() {
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
