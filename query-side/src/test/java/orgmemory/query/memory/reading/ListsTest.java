// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.access.HttpProblem;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsTest {

    private static final TestMemory MEMORY = TestMemory.of(new Told());
    private static final BitemporalPoint PAST = new BitemporalPoint(LocalDate.parse("2016-12-02"), null);
    private static final BitemporalPoint KNOWN = new BitemporalPoint(null, 7L);

    @BeforeAll
    static void tell() {
        MEMORY.record(new Tellings().proposed("R1", "C1", "2016-12-01", 30)
                .proposed("R2", "C2", "2016-12-01", -5)
                .proposed("R3", "C3", "2016-12-02", 30)
                .proposed("R4", "C4", "2016-12-02", 7)
                .proposed("R1", "C5", "2016-12-03", 1)
                .proposed("R1", "C6", "2016-12-03", 1)
                .proposed("R5", "C7", "2016-12-04", 9)
                .annulled("C4")
                .all()).fold(3);
    }

    @Test
    void states_come_by_key_and_those_that_never_were_do_not() {
        assertThat(keys(BitemporalPoint.NOW, null, false, Map.of())).containsExactly("R1", "R2", "R3", "R5");
        assertThat(keys(BitemporalPoint.NOW, null, true, Map.of())).containsExactly("R5", "R3", "R2", "R1");
        assertThat(keys(PAST, null, false, Map.of())).containsExactly("R1", "R2", "R3");
        assertThat(keys(KNOWN, null, true, Map.of())).containsExactly("R5", "R4", "R3", "R2", "R1");
    }

    @Test
    void numbers_sort_as_numbers() {
        assertThat(keys(BitemporalPoint.NOW, "agorot", false, Map.of())).containsExactly("R2", "R5", "R3",
                "R1");
        assertThat(keys(BitemporalPoint.NOW, "agorot", true, Map.of())).containsExactly("R1", "R3", "R5",
                "R2");
        assertThat(keys(PAST, "agorot", false, Map.of())).containsExactly("R2", "R1", "R3");
        assertThat(keys(PAST, "agorot", true, Map.of())).containsExactly("R3", "R1", "R2");
        assertThat(keys(KNOWN, "agorot", false, Map.of())).containsExactly("R2", "R4", "R5", "R3", "R1");
    }

    @Test
    void columns_filter_what_was_so_on_the_day() {
        assertThat(keys(BitemporalPoint.NOW, null, false, Map.of("many", "true"))).containsExactly("R1");
        assertThat(keys(PAST, null, false, Map.of("many", "true"))).isEmpty();
        assertThat(keys(PAST, "agorot", false, Map.of("agorot", "30"))).containsExactly("R1", "R3");
        assertThat(keys(BitemporalPoint.NOW, null, false, Map.of("since", "2016-12-01", "many", "false")))
                .containsExactly("R2");
    }

    @Test
    void what_is_no_column_or_no_value_of_it_is_refused() {
        for (var filter : List.of(Map.of("round", "R1"), Map.of("agorot", "much"), Map.of("many", "1"))) {
            assertThatThrownBy(() -> keys(BitemporalPoint.NOW, null, false, filter))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> keys(BitemporalPoint.NOW, "round", false, Map.of()))
                .isInstanceOf(HttpProblem.class);
        var query = new ListQuery(BitemporalPoint.NOW, Map.of(), null, false, "no cursor", 1);
        assertThatThrownBy(() -> MEMORY.memory().list("Told", query)).isInstanceOf(HttpProblem.class);
    }

    /** All keys, read page by page with each size of a page, which must not matter. */
    private static List<String> keys(BitemporalPoint point, @Nullable String sort, boolean descending,
            Map<String, String> filters) {
        var whole = keys(point, sort, descending, filters, 100);
        for (int size = 1; size < 4; size++) {
            assertThat(keys(point, sort, descending, filters, size)).isEqualTo(whole);
        }
        return whole;
    }

    private static List<String> keys(BitemporalPoint point, @Nullable String sort, boolean descending,
            Map<String, String> filters, int size) {
        var keys = new ArrayList<String>();
        @Nullable
        String cursor = null;
        do {
            var page = MEMORY.memory()
                    .list("Told", new ListQuery(point, filters, sort, descending, cursor, size));
            assertThat(page.items().size()).isLessThanOrEqualTo(size);
            keys.addAll(page.items().stream().map(Answer::key).toList());
            cursor = page.next();
        } while (cursor != null);
        return keys;
    }
}
