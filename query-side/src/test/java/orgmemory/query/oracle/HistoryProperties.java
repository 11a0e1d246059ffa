// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.query.oracle.history.History;

/** Whether the random histories hold what they are meant to hold; without it the other properties would prove little. */
class HistoryProperties {

    private static final Trail TRAIL = new Trail();

    @Provide
    Arbitrary<History> histories() {
        return History.ofAtMost(20);
    }

    @Property(tries = 2_000)
    void late_facts_corrections_and_annulments_are_common(@ForAll("histories") History history) {
        collect("a late fact", history.events().stream().anyMatch(event -> outOfOrder(history, event)));
        collect("a corrected day", corrections(history).anyMatch(event -> movesDay(history, event)));
        collect("a corrected key", corrections(history).anyMatch(event -> movesKey(history, event)));
        collect("an annulment",
                history.events().stream().anyMatch(event -> event.event() instanceof RecordAnnulled));
        collect("a revival", corrections(history).anyMatch(event -> revives(history, event)));
        collect("a tie", history.events().stream().anyMatch(event -> ties(history, event)));
    }

    private static void collect(String what, boolean present) {
        Statistics.label(what).collect(present);
        Statistics.label(what).coverage(coverage -> common(coverage));
    }

    private static void common(StatisticsCoverage coverage) {
        coverage.check(true).percentage(share -> share > 10);
    }

    private static Stream<StoredEvent> corrections(History history) {
        return history.events().stream().filter(event -> event.event() instanceof RecordCorrected);
    }

    private static boolean outOfOrder(History history, StoredEvent event) {
        return history.events()
                .stream()
                .anyMatch(other -> other.position() < event.position()
                        && other.envelope().occurredOn().isAfter(event.envelope().occurredOn()));
    }

    private static boolean ties(History history, StoredEvent event) {
        return history.events()
                .stream()
                .anyMatch(other -> other.position() < event.position()
                        && other.entity().equals(event.entity())
                        && other.envelope().occurredOn().equals(event.envelope().occurredOn()));
    }

    private static boolean movesDay(History history, StoredEvent correction) {
        return !((RecordCorrected) correction.event()).occurredOn()
                .equals(original(history, correction).envelope().occurredOn());
    }

    private static boolean movesKey(History history, StoredEvent correction) {
        var id = ((CorrectionEvent) correction.event()).eventId();
        var keys = Truth.facts(history, correction.position())
                .stream()
                .filter(fact -> fact.eventId().equals(id))
                .map(fact -> TRAIL.keys(fact))
                .toList();
        var keysBefore = Truth.facts(history, correction.position() - 1)
                .stream()
                .filter(fact -> fact.eventId().equals(id))
                .map(fact -> TRAIL.keys(fact))
                .toList();
        return !keysBefore.isEmpty() && !keys.equals(keysBefore);
    }

    private static boolean revives(History history, StoredEvent correction) {
        var id = ((CorrectionEvent) correction.event()).eventId();
        return history.events()
                .stream()
                .filter(event -> event.position() < correction.position()
                        && event.event() instanceof CorrectionEvent word && word.eventId().equals(id))
                .reduce((first, second) -> second)
                .map(event -> event.event() instanceof RecordAnnulled)
                .orElse(false);
    }

    private static StoredEvent original(History history, StoredEvent correction) {
        var id = ((CorrectionEvent) correction.event()).eventId();
        return history.events()
                .stream()
                .filter(event -> event.eventId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
