// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orgmemory.journal.Receipt;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.append.PendingAppend.Encoded;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Where the journal stands, as far as appends need to know; read under the lock. It moves on with each append that goes
 * in, so that the appends of a group are checked against the tables and against each other. Heads of streams and entities
 * are kept for the next group: they hold for as long as nobody else has appended, which the position tells.
 */
final class Heads {

    /** The last event of a stream, and the latest day so far. */
    record StreamHead(long sequence, LocalDate latestDay) {
    }

    /** An event with all that its row holds. */
    record Row(StoredEvent event, Encoded bytes, LocalDate latestDay, boolean reorders) {
    }

    private static final int KEPT_LIMIT = 20_000;
    private static final StreamHead NO_STREAM = new StreamHead(-1, LocalDate.MIN);

    private long position;
    private Instant lastRecorded = Instant.MIN;
    private final Map<Subject, StreamHead> streams = new HashMap<>();
    private final Map<Subject, Long> entities = new HashMap<>();
    private final Set<Subject> claims = new HashSet<>();
    private final Map<String, StoredAnswer> answers = new HashMap<>();

    /** Prepares for the next group. What was claimed and answered is asked anew for each. */
    void next() {
        claims.clear();
        answers.clear();
        if (streams.size() > KEPT_LIMIT || entities.size() > KEPT_LIMIT) {
            streams.clear();
            entities.clear();
        }
    }

    boolean knowsStream(Subject stream) {
        return streams.containsKey(stream);
    }

    boolean knowsEntity(Subject entity) {
        return entities.containsKey(entity);
    }

    /** The time to record at: not before the last one, which may have come from another process's clock. */
    Instant recordedAt(Instant now) {
        lastRecorded = now.isBefore(lastRecorded) ? lastRecorded : now;
        return lastRecorded;
    }

    /** Takes the journal's last position and its time; false where somebody else has moved it on, so all is forgotten. */
    boolean stillAt(long last, Instant recorded) {
        lastRecorded = recorded;
        if (position == last) {
            return true;
        }
        boolean knewNothing = streams.isEmpty() && entities.isEmpty();
        streams.clear();
        entities.clear();
        position = last;
        return knewNothing;
    }

    void stream(Subject stream, StreamHead head) {
        streams.put(stream, head);
    }

    void entity(Subject entity, long version) {
        entities.put(entity, version);
    }

    void claim(Subject subject) {
        claims.add(subject);
    }

    void answer(String idempotencyKey, StoredAnswer answer) {
        answers.put(idempotencyKey, answer);
    }

    /** Refuses an append, or gives its events their places. A refused one leaves no trace. */
    List<Row> admit(PendingAppend append, Instant recordedAt) {
        checkAnswer(append);
        checkSequences(append);
        checkVersion(append);
        checkClaims(append);
        var rows = append.events().stream().map(event -> place(event, recordedAt)).toList();
        var key = append.conditions().idempotencyKey();
        if (key != null) {
            answers.put(key, new StoredAnswer(append.requestHash(), receipt(rows)));
        }
        return rows;
    }

    static Appended appended(List<Row> rows) {
        var reordered = new LinkedHashSet<Subject>();
        rows.stream().filter(Row::reorders).forEach(row -> reordered.add(row.event().stream()));
        return new Appended(receipt(rows), rows.stream().map(Row::event).toList(), reordered);
    }

    private static Receipt receipt(List<Row> rows) {
        var first = rows.getFirst().event();
        var last = rows.getLast().event();
        long version = rows.stream()
                .map(Row::event)
                .filter(event -> event.entity().equals(first.entity()))
                .mapToLong(StoredEvent::entityVersion)
                .max()
                .orElseThrow();
        return new Receipt(first.stream(), first.entity(), version, last.eventId(), last.position());
    }

    private void checkAnswer(PendingAppend append) {
        var key = append.conditions().idempotencyKey();
        var answer = key == null ? null : answers.get(key);
        if (answer != null) {
            if (answer.requestHash().equals(append.requestHash())) {
                throw new AlreadyAnswered(answer.receipt());
            }
            throw new Rejected("idempotency.other-body");
        }
    }

    private void checkSequences(PendingAppend append) {
        var next = new HashMap<Subject, Long>();
        for (var event : append.events()) {
            long free = next.getOrDefault(event.stream(), head(event.stream()).sequence() + 1);
            var decidedAt = event.event().sequence();
            if (decidedAt != null && decidedAt != free) {
                throw new ConcurrencyException(
                        event.stream() + " has moved on to " + free + " from " + decidedAt);
            }
            next.put(event.stream(), free + 1);
        }
    }

    private void checkVersion(PendingAppend append) {
        var expected = append.conditions().expectedVersion();
        if (expected != null) {
            var entity = append.events().getFirst().entity();
            long current = entities.getOrDefault(entity, 0L);
            if (expected != current) {
                throw new StaleVersion(entity, expected, current);
            }
        }
    }

    private void checkClaims(PendingAppend append) {
        var own = new ArrayList<Subject>();
        for (var event : append.events()) {
            for (var claim : event.event().event().claims()) {
                if (claims.contains(claim) || own.contains(claim)) {
                    throw Rejected.exists("id.taken", claim);
                }
                own.add(claim);
            }
        }
        claims.addAll(own);
    }

    private Row place(Encoded event, Instant recordedAt) {
        var fact = event.event();
        var before = head(event.stream());
        boolean correction = fact.event() instanceof CorrectionEvent;
        var occurredOn = fact.envelope().occurredOn();
        var standsOn = fact.event() instanceof RecordCorrected right ? right.occurredOn() : occurredOn;
        boolean late = !correction && occurredOn.isBefore(before.latestDay());
        var latestDay = standsOn.isAfter(before.latestDay()) ? standsOn : before.latestDay();
        streams.put(event.stream(), new StreamHead(before.sequence() + 1, latestDay));
        long version = entities.merge(event.entity(), 1L, Long::sum);
        var stored = new StoredEvent(++position, fact.eventId(), event.stream(), before.sequence() + 1,
                event.entity(), version, event.storedAs().value(), event.storedAs().revision(), recordedAt,
                fact.envelope(), fact.event());
        return new Row(stored, event, latestDay, correction || late);
    }

    private StreamHead head(Subject stream) {
        return streams.getOrDefault(stream, NO_STREAM);
    }
}
