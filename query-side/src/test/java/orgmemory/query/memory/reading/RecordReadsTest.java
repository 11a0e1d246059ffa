// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.message.Subject;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordReadsTest {

    private static final TestMemory MEMORY = TestMemory.of(new Told());

    private static final int COUNTED = 2;

    private record Asked(@Nullable Subject subject, @Nullable String topic, @Nullable String text,
            @Nullable Instant from, @Nullable LocalDate until, @Nullable Long knownOn) {

        private static Asked subject(String subject) {
            return new Asked(Subject.of(subject), null, null, null, null, null);
        }

        private static Asked text(String text) {
            return new Asked(null, null, text, null, null, null);
        }
    }

    @BeforeAll
    static void tell() {
        MEMORY.record(new Tellings().recordedAt("2016-12-05T10:00:00Z")
                .proposed("R1", "C1", "2016-12-01", 30)
                .proposed("R2", "C2", "2016-12-02", 5)
                .recordedAt("2016-12-06T10:00:00Z")
                .corrected("C1", "R3", "2016-12-01", 31)
                .annulled("C2")
                .proposed("R1", "C3", "2016-12-06", 1, "חיסכון בנייר")
                .all()).fold(10);
    }

    @Test
    void the_record_tells_every_event_and_corrections_as_events_of_their_own() {
        assertThat(positions(new Asked(null, null, null, null, null, null))).containsExactly(1L, 2L, 3L, 4L,
                5L);
        var first = MEMORY.recordReads().event("E1").orElseThrow();
        assertThat(first.correctedBy()).containsExactly("E3");
        assertThat(first.payload()).contains("\"amountAgorot\":30");
        assertThat(MEMORY.recordReads().event("E3").orElseThrow().corrects()).isEqualTo("E1");
        assertThat(MEMORY.recordReads().event("E9")).isEmpty();
    }

    @Test
    void a_correction_concerns_what_its_original_did_and_what_its_replacement_does() {
        assertThat(positions(Asked.subject("cut/C1"))).containsExactly(1L, 3L);
        assertThat(positions(Asked.subject("round/R1"))).containsExactly(1L, 3L, 5L);
        assertThat(positions(Asked.subject("round/R3"))).containsExactly(3L);
    }

    @Test
    void words_are_found_also_by_their_beginning() {
        assertThat(positions(Asked.text("why c1"))).containsExactly(1L);
        assertThat(positions(Asked.text("right"))).containsExactly(3L);
        assertThat(positions(Asked.text("חיסכ"))).containsExactly(5L);
        assertThat(positions(Asked.text("reason"))).isEmpty();
        for (var odd : List.of("", "-", "'", "\"", "-(a b)", "\\ & | !", ":*")) {
            assertThat(positions(Asked.text(odd))).doesNotContain(9L);
        }
    }

    @Test
    void topic_times_and_knowledge_narrow_it() {
        assertThat(positions(new Asked(null, "record", null, null, null, null))).containsExactly(3L, 4L);
        assertThat(positions(new Asked(null, null, null, Instant.parse("2016-12-06T10:00:01Z"), null, null)))
                .containsExactly(4L, 5L);
        assertThat(positions(new Asked(null, null, null, null, LocalDate.parse("2016-12-02"), null)))
                .containsExactly(1L, 2L);
        assertThat(positions(new Asked(Subject.of("round/R1"), null, null, null, null, 3L)))
                .containsExactly(1L, 3L);
    }

    /** In both orders and page by page, which must not matter. */
    private static List<Long> positions(Asked asked) {
        var forward = positions(asked, false, 100);
        assertThat(positions(asked, true, 100)).isEqualTo(forward.reversed());
        assertThat(positions(asked, false, 1)).isEqualTo(forward);
        assertThat(positions(asked, true, 2)).isEqualTo(forward.reversed());
        return forward;
    }

    private static List<Long> positions(Asked asked, boolean newestFirst, int size) {
        var positions = new ArrayList<Long>();
        var counts = new HashSet<Integer>();
        @Nullable
        Long cursor = null;
        do {
            var found = MEMORY.recordReads()
                    .search(new RecordQuery(asked.subject(), null, asked.topic(), null, null, asked.text(),
                            asked.from(), null, null, asked.until(), asked.knownOn(), cursor,
                            newestFirst ? RecordQuery.Order.NEWEST : RecordQuery.Order.OLDEST, size),
                            COUNTED);
            counts.add(found.count());
            var page = found.page();
            positions.addAll(page.items().stream().map(RecordEntry::position).toList());
            cursor = page.next();
        } while (cursor != null);
        assertThat(counts).as("on every page").containsExactly(Math.min(COUNTED, positions.size()));
        return positions;
    }
}
