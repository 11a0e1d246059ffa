// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import orgmemory.journal.append.GroupCommit;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalTest {

    private static final Subject YEAR = Subject.of("budget-year/BY2017");
    private static final Subject CUT = Subject.of("cut/C-1");
    private static final TestDatabase DATABASE = TestDatabase.with("journal");
    private static final Journal JOURNAL = new Journal(DATABASE.app(), new EventCodec());

    private static String proposed = "";

    @BeforeAll
    static void record_a_year_with_a_cut() {
        try (var commits = new GroupCommit(DATABASE.app(), new EventCodec(), Clock.systemUTC(), List.of())) {
            record(commits, Facts.forecast("BY2017", 1));
            proposed = record(commits, Facts.cut("BY2017", "C-1", 5));
            record(commits, Facts.forecast("BY2018", 2));
            record(commits,
                    Facts.corrected(proposed, Facts.cut("BY2017", "C-1", 6), LocalDate.parse("2016-10-31")));
        }
    }

    @Test
    void a_stream_is_read_whole_or_from_a_sequence_on() {
        assertThat(JOURNAL.stream(YEAR)).extracting(StoredEvent::position).containsExactly(1L, 2L, 4L);
        assertThat(JOURNAL.stream(YEAR, 1)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
        assertThat(JOURNAL.stream(Subject.of("budget-year/BY2019"))).isEmpty();
        assertThat(JOURNAL.lastSequence(YEAR)).hasValue(2);
        assertThat(JOURNAL.lastSequence(Subject.of("budget-year/BY2019"))).isEmpty();
    }

    @Test
    void an_entitys_version_counts_its_corrections_too() {
        assertThat(JOURNAL.version(CUT)).isEqualTo(2);
        assertThat(JOURNAL.version(Subject.of("cut/C-2"))).isZero();
        assertThat(JOURNAL.entitySince(CUT, 1)).extracting(StoredEvent::name)
                .containsExactly("record.corrected");
        assertThat(JOURNAL.entitySince(CUT, 2)).isEmpty();
    }

    @Test
    void an_event_is_found_by_its_id() {
        assertThat(JOURNAL.event(proposed).orElseThrow().entity()).isEqualTo(CUT);
        assertThat(JOURNAL.event("unknown")).isEmpty();
    }

    @Test
    void a_stream_is_read_as_it_stands() {
        assertThat(JOURNAL.standing(YEAR)).extracting(StoredEvent::event)
                .containsExactly(Facts.cut("BY2017", "C-1", 6), Facts.forecast("BY2017", 1));
    }

    @Test
    void a_setting_keeps_its_first_value() {
        assertThat(JOURNAL.setting("zone", "Asia/Jerusalem")).isEqualTo("Asia/Jerusalem");
        assertThat(JOURNAL.setting("zone", "Europe/Paris")).isEqualTo("Asia/Jerusalem");
        assertThat(JOURNAL.setting("other", "first")).isEqualTo("first");
    }

    private static String record(GroupCommit commits, Event event) {
        return commits.append(List.of(Facts.next(event)), AppendConditions.none()).receipt().after();
    }
}
