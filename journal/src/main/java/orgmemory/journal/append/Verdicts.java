// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.journal.StoredEvent;
import orgmemory.journal.append.Heads.Row;
import orgmemory.journal.append.JournalInsert.NewAnswer;
import org.axonframework.modelling.command.ConcurrencyException;

/** What was decided about a group. Nobody is told before the commit, since a refusal may rest on a member of the group. */
final class Verdicts {

    private final Map<PendingAppend, List<Row>> admitted = new LinkedHashMap<>();
    private final Map<PendingAppend, RuntimeException> refused = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<StoredEvent> events;

    /** Judges each append by where the journal stands and by those before it. */
    Verdicts(List<PendingAppend> group, Heads heads, Instant recordedAt) {
        for (var append : group) {
            try {
                checkBefore(append);
                var places = heads.admit(append, recordedAt);
                admitted.put(append, places);
                rows.addAll(places);
            } catch (RuntimeException refusal) {
                refused.put(append, refusal);
            }
        }
        this.events = rows.stream().map(Row::event).toList();
    }

    /** Whoever rests on something that did not go in does not go in. */
    private void checkBefore(PendingAppend append) {
        var before = append.before();
        if (before != null && !admitted.containsKey(before) && !before.isIn()) {
            throw new ConcurrencyException("What was decided before it has not gone in");
        }
    }

    boolean admitsAny() {
        return !rows.isEmpty();
    }

    List<Row> rows() {
        return rows;
    }

    List<StoredEvent> events() {
        return events;
    }

    List<NewAnswer> answers() {
        var answers = new ArrayList<NewAnswer>();
        admitted.forEach((append, places) -> {
            var key = append.conditions().idempotencyKey();
            if (key != null) {
                answers.add(new NewAnswer(key, append.requestHash(), Heads.appended(places).receipt()));
            }
        });
        return answers;
    }

    void tell() {
        admitted.forEach(Verdicts::tell);
        refused.forEach(PendingAppend::failed);
    }

    /** Whatever happens here, nobody is left waiting. */
    private static void tell(PendingAppend append, List<Row> places) {
        try {
            append.appended(Heads.appended(places));
        } catch (RuntimeException unforeseen) {
            append.failed(unforeseen);
        }
    }
}
