// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.journal.EventCodec;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.history.Standings;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactReadsTest {

    private static final Subject ROUND = Subject.of("round/R1");

    private static List<StandingFact> facts(TestMemory memory, Subject subject, @Nullable String asOf,
            @Nullable Long known) {
        return new FactReads(memory.dataSource(), () -> Audience.ALL)
                .of(subject, new BitemporalPoint(asOf == null ? null : LocalDate.parse(asOf), known), null,
                        100)
                .facts();
    }

    private static List<Long> positions(List<StandingFact> facts) {
        return facts.stream().map(fact -> fact.original().position()).toList();
    }

    @Test
    void what_happened_earlier_stands_earlier_whenever_it_was_recorded() {
        var memory = TestMemory.of(new Told())
                .record(new Tellings().proposed("R1", "C1", "2016-12-03", 1)
                        .proposed("R1", "C2", "2016-12-01", 2)
                        .proposed("R2", "C3", "2016-12-02", 3)
                        .all())
                .fold(10);

        assertThat(positions(facts(memory, ROUND, null, null))).containsExactly(2L, 1L);
        assertThat(positions(facts(memory, ROUND, "2016-12-02", null))).containsExactly(2L);
        assertThat(positions(facts(memory, ROUND, null, 1L))).containsExactly(1L);
        assertThat(positions(facts(memory, Subject.of("round/R9"), null, null))).isEmpty();
    }

    @Test
    void a_corrected_fact_stands_corrected_in_its_new_place_and_before_that_as_it_was() {
        var memory = TestMemory.of(new Told())
                .record(new Tellings().proposed("R1", "C1", "2016-12-03", 1)
                        .proposed("R1", "C2", "2016-12-04", 2)
                        .corrected("C2", "R1", "2016-12-01", 7)
                        .all())
                .fold(10);

        var now = facts(memory, ROUND, null, null);
        assertThat(positions(now)).containsExactly(2L, 1L);
        assertThat(now.getFirst().amendments()).hasSize(1);
        assertThat(now.getFirst().standing().day()).isEqualTo("2016-12-01");
        var then = facts(memory, ROUND, null, 2L);
        assertThat(positions(then)).containsExactly(1L, 2L);
        assertThat(then.getLast().amendments()).isEmpty();
    }

    @Test
    void an_annulled_fact_is_shown_as_such_where_it_last_stood_and_may_be_revived() {
        var tellings = new Tellings().proposed("R1", "C1", "2016-12-03", 1).annulled("C1");
        var memory = TestMemory.of(new Told()).record(tellings.next()).fold(10);

        assertThat(facts(memory, ROUND, null, null)).singleElement()
                .satisfies(fact -> assertThat(fact.annulled()).isTrue());
        assertThat(facts(memory, ROUND, null, 1L)).singleElement()
                .satisfies(fact -> assertThat(fact.annulled()).isFalse());

        memory.record(tellings.corrected("C1", "R1", "2016-12-04", 5).next()).fold(10);
        assertThat(facts(memory, ROUND, null, null)).singleElement().satisfies(fact -> {
            assertThat(fact.annulled()).isFalse();
            assertThat(fact.amendments()).hasSize(2);
            assertThat(fact.standing().day()).isEqualTo("2016-12-04");
        });
    }

    @Test
    void a_fact_that_came_to_concern_something_by_a_correction_is_among_its_facts() {
        var memory = TestMemory.of(new Told())
                .record(new Tellings().proposed("R1", "C1", "2016-12-03", 1)
                        .corrected("C1", "R2", "2016-12-03", 1)
                        .all())
                .fold(10);

        assertThat(positions(facts(memory, Subject.of("round/R2"), null, null))).containsExactly(1L);
        assertThat(facts(memory, Subject.of("round/R2"), null, 1L)).isEmpty();
        assertThat(positions(facts(memory, ROUND, null, null))).containsExactly(1L);
    }

    @Test
    void a_fact_answers_the_one_before_it_in_the_life_of_the_same_thing() {
        var memory = TestMemory.of(new Told())
                .record(new Tellings().proposed("R1", "C1", "2016-12-03", 1)
                        .proposed("R1", "C2", "2016-12-04", 1)
                        .proposed("R1", "C1", "2016-12-05", 2)
                        .all())
                .fold(10);

        var facts = facts(memory, ROUND, null, null);
        assertThat(facts.get(0).answers()).isNull();
        assertThat(facts.get(2).answers())
                .isEqualTo(new StandingFact.Answered(1, "budget.cut-proposed"));
    }

    @Test
    void pages_join_to_the_whole_at_any_moment_of_a_restless_history() {
        var events = new Tellings().many(400, 4, 11).all();
        var memory = TestMemory.of(new Told()).record(events).fold(100);
        var reads = new FactReads(memory.dataSource(), () -> Audience.ALL);
        IntStream.rangeClosed(0, 20).forEach(i -> {
            var asOf = LocalDate.of(2016, 1, 1).plusDays(i % 12);
            long known = 20L * i;
            var point = new BitemporalPoint(asOf, known);
            for (var subject : List.of(ROUND, Subject.of("line/BY2017:D4"))) {
                var joined = new ArrayList<StandingFact>();
                @Nullable
                Long before = null;
                do {
                    var page = reads.of(subject, point, before, 7);
                    joined.addAll(page.facts());
                    before = page.earlier();
                } while (before != null);
                assertThat(joined).extracting(StandingFact::standing)
                        .containsExactlyInAnyOrderElementsOf(plainly(events, subject, asOf, known));
            }
        });
    }

    /** The same without any database. */
    private static List<Fact> plainly(List<StoredEvent> events, Subject subject, LocalDate asOf,
            long upTo) {
        var codec = new EventCodec();
        var known = events.stream().filter(event -> event.position() <= upTo).toList();
        var found = new ArrayList<Fact>();
        for (var stored : known) {
            if (stored.event() instanceof CorrectionEvent) {
                continue;
            }
            var original = new Fact(stored.position(), stored.eventId(), stored.envelope(),
                    stored.recordedAt(), stored.event());
            var versions = new ArrayList<>(List.of(original));
            for (var later : known) {
                if (later.event() instanceof CorrectionEvent correction
                        && correction.eventId().equals(stored.eventId())) {
                    var after = Standings.apply(original, correction, codec);
                    versions.add(after == null ? versions.getLast() : after);
                }
            }
            var last = versions.getLast();
            if (!last.day().isAfter(asOf) && versions.stream()
                    .anyMatch(version -> version.event().subjects().contains(subject))) {
                found.add(last);
            }
        }
        found.sort(Comparator.comparing(Fact::day));
        return found;
    }
}
