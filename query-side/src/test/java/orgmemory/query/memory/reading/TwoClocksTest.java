// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.access.HttpProblem;
import orgmemory.message.Json;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoClocksTest {

    private final Tellings tellings = new Tellings().recordedAt("2016-12-05T10:00:00Z")
            .proposed("R1", "C1", "2016-12-01", 100)
            .proposed("R1", "C2", "2016-12-03", 20);
    private final TestMemory memory = TestMemory.of(new Told());

    @Test
    void a_day_answers_with_what_had_happened_by_its_end() {
        fold();
        assertThat(agorot("R1", "2016-11-30", null)).isNull();
        assertThat(agorot("R1", "2016-12-01", null)).isEqualTo(100);
        assertThat(agorot("R1", "2016-12-02", null)).isEqualTo(100);
        assertThat(agorot("R1", "2016-12-03", null)).isEqualTo(120);
        assertThat(agorot("R1", null, null)).isEqualTo(120);
        assertThat(agorot("R2", null, null)).isNull();
    }

    @Test
    void a_fact_told_late_changes_the_past_but_not_what_was_known_of_it() {
        tellings.proposed("R1", "C3", "2016-12-02", 3);
        fold();
        assertThat(agorot("R1", "2016-12-02", null)).isEqualTo(103);
        assertThat(agorot("R1", "2016-12-02", 2L)).isEqualTo(100);
        assertThat(agorot("R1", null, null)).isEqualTo(123);
        assertThat(agorot("R1", null, 2L)).isEqualTo(120);
        assertThat(agorot("R1", null, 0L)).isNull();
    }

    @Test
    void a_corrected_amount_holds_from_the_days_on_which_it_was_wrong() {
        tellings.corrected("C1", "R1", "2016-12-01", 500);
        fold();
        assertThat(agorot("R1", "2016-12-01", null)).isEqualTo(500);
        assertThat(agorot("R1", null, null)).isEqualTo(520);
        assertThat(agorot("R1", null, 2L)).isEqualTo(120);
    }

    @Test
    void a_corrected_day_takes_the_fact_there_and_nowhere_else() {
        tellings.corrected("C1", "R1", "2016-12-04", 100);
        fold();
        assertThat(agorot("R1", "2016-12-01", null)).isNull();
        assertThat(agorot("R1", "2016-12-03", null)).isEqualTo(20);
        assertThat(agorot("R1", "2016-12-04", null)).isEqualTo(120);
        assertThat(agorot("R1", "2016-12-01", 2L)).isEqualTo(100);
    }

    @Test
    void a_corrected_key_takes_the_fact_from_one_state_to_another() {
        tellings.corrected("C1", "R2", "2016-12-01", 100).corrected("C1", "R1", "2016-12-02", 7);
        fold();
        assertThat(agorot("R2", "2016-12-01", 3L)).isEqualTo(100);
        assertThat(agorot("R1", null, 3L)).isEqualTo(20);
        assertThat(agorot("R2", null, null)).isNull();
        assertThat(agorot("R1", "2016-12-02", null)).isEqualTo(7);
    }

    @Test
    void an_annulled_fact_never_was_until_a_correction_revives_it() {
        tellings.annulled("C1").annulled("C2").corrected("C2", "R1", "2016-12-03", 21);
        fold();
        assertThat(agorot("R1", null, 2L)).isEqualTo(120);
        assertThat(agorot("R1", null, 3L)).isEqualTo(20);
        assertThat(agorot("R1", null, 4L)).isNull();
        assertThat(agorot("R1", "2016-12-02", null)).isNull();
        assertThat(agorot("R1", null, null)).isEqualTo(21);
    }

    @Test
    void a_present_answer_names_the_entitys_version_and_a_past_one_does_not() {
        fold();
        var present = answer("R1", null, null);
        assertThat(present.version()).isNull();
        assertThat(present.position()).isEqualTo(2);
        assertThat(present.knownOn()).isEqualTo(2);
        assertThat(answer("R1", "2016-12-05", 1L).knownOn()).isEqualTo(1);
    }

    @Test
    void what_a_state_says_on_the_day_is_worked_out_when_it_is_read() {
        fold();
        assertThat(answer("R1", "2016-12-02", null).state()).contains("\"readFor\":\"2016-12-02\"");
    }

    @Test
    void knowledge_is_asked_for_by_day_instant_or_position() {
        tellings.recordedAt("2016-12-06T21:59:59Z")
                .proposed("R1", "C3", "2016-12-06", 1)
                .proposed("R1", "C4", "2016-12-06", 1)
                .recordedAt("2016-12-06T12:00:00Z")
                .proposed("R1", "C5", "2016-12-06", 1);
        fold();
        assertThat(knownOn("1")).isEqualTo(1);
        assertThat(knownOn("2016-12-05")).isEqualTo(2);
        // The day ends at 22:00 UTC in Jerusalem's winter; a clock that was set back makes nothing known earlier.
        assertThat(knownOn("2016-12-06")).isEqualTo(3);
        assertThat(knownOn("2016-12-07")).isEqualTo(5);
        assertThat(knownOn("2016-12-05T10:00:00Z")).isEqualTo(1);
        assertThat(knownOn("2016-12-05T12:00:01+02:00")).isEqualTo(2);
        assertThat(knownOn("2016-12-05T09:59:59.999999Z")).isEqualTo(0);
        assertThat(knownOn("2016-12-06T13:00:00Z")).isEqualTo(2);
    }

    @Test
    void what_is_to_come_is_refused() {
        fold();
        for (var typed : new String[] {"3", "2999-01-01", "2999-01-01T00:00:00Z", "yesterday", "", "-1"}) {
            assertThatThrownBy(() -> memory.memory().point(null, typed)).isInstanceOf(HttpProblem.class);
        }
        for (var typed : new String[] {"2999-01-01", "1", "2016-13-01"}) {
            assertThatThrownBy(() -> memory.memory().point(typed, null)).isInstanceOf(HttpProblem.class);
        }
    }

    private void fold() {
        memory.record(tellings.next()).fold(10);
    }

    private long knownOn(String typed) {
        return Objects.requireNonNull(memory.memory().point(null, typed).knownOn());
    }

    private Answer answer(String key, @Nullable String asOf, @Nullable Long knownOn) {
        return memory.memory().read("Told", key, point(asOf, knownOn)).orElseThrow();
    }

    private @Nullable Long agorot(String key, @Nullable String asOf, @Nullable Long knownOn) {
        return memory.memory()
                .read("Told", key, point(asOf, knownOn))
                .map(answer -> Json.mapper().readTree(answer.state()).get("agorot").asLong())
                .orElse(null);
    }

    private static BitemporalPoint point(@Nullable String asOf, @Nullable Long knownOn) {
        return new BitemporalPoint(asOf == null ? null : LocalDate.parse(asOf), knownOn);
    }
}
