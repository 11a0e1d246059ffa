// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.RecordCorrected;

/**
 * A past as a random hand wrote it: facts of some ten days, many of them recorded late, put right, taken back and revived.
 * Each step falls by itself, so a history that breaks a property shrinks by leaving steps out.
 */
public record History(List<StoredEvent> events) {

    /** Histories of up to so many steps. */
    public static Arbitrary<History> ofAtMost(int steps) {
        return Arbitraries.randomValue(Random::nextLong)
                .list()
                .ofMinSize(1)
                .ofMaxSize(steps)
                .map(seeds -> {
                    var recorder = new Recorder();
                    seeds.forEach(seed -> new Step(new Dice(seed), recorder).take());
                    return new History(recorder.events());
                });
    }

    public long head() {
        return events.size();
    }

    /** Every day on which an answer may differ, with one before all and one after all. */
    public List<LocalDate> days() {
        var first = mentioned().min(LocalDate::compareTo).orElse(Imagined.FIRST_DAY);
        var last = mentioned().max(LocalDate::compareTo).orElse(Imagined.FIRST_DAY);
        return first.minusDays(1).datesUntil(last.plusDays(2)).toList();
    }

    private Stream<LocalDate> mentioned() {
        return events.stream()
                .flatMap(event -> event.event() instanceof RecordCorrected correction
                        ? Stream.of(event.envelope().occurredOn(), correction.occurredOn())
                        : Stream.of(event.envelope().occurredOn()));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var event : events) {
            text.append(
                    "\n  %s · %s, recorded %s · %s".formatted(event.eventId(), event.envelope().occurredOn(),
                            event.recordedAt(), event.event()));
        }
        return text.toString();
    }
}
