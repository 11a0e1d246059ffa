// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.message.Subject;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.query.consultation.ConsultationFacts;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.Tellings;
import orgmemory.query.memory.TestMemory;
import orgmemory.query.memory.Told;
import orgmemory.query.memory.reading.Audience;

/** What served a thing or a part of it stands in its trail: as of a day, as known then, for those who may see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoinedFactsTest {

    private static TestMemory memory;

    /** Positions 1 to 3 are proposals in two rounds; consultations follow, each with a link or with none. */
    @BeforeAll
    static void record() {
        var facts = new ConsultationFacts().on("2016-12-01");
        new Tellings().proposed("R1", "C1", "2016-12-01", 1)
                .proposed("R1", "C2", "2016-12-01", 2)
                .proposed("R2", "C3", "2016-12-01", 3)
                .all()
                .forEach(told -> facts.add(told.event()));
        facts.on("2016-12-02");
        for (var id : List.of("TO-CUT", "TO-ROUND", "TO-NOTHING", "WRONG", "NEVER", "SECRET")) {
            facts.recorded(id, "D1", "D4");
        }
        facts.on("2016-12-05")
                .linked("TO-CUT", "cut/C1")
                .linked("TO-CUT", "cut/C2")
                .linked("TO-ROUND", "round/R1")
                .linked("WRONG", "cut/C1");
        facts.corrected(new ConsultationLinked(new ConsultationId("WRONG"), Subject.of("cut/C3")),
                LocalDate.of(2016, 12, 6), "It was the other cut.");
        facts.linked("NEVER", "cut/C1");
        facts.annulled("It was about something else.");
        facts.seenBy("PARTIES(D1,D4)");
        facts.linked("SECRET", "cut/C1");
        memory = TestMemory.of(new Told()).record(facts.stored()).fold(100);
    }

    private static List<String> joined(String thing, @Nullable String asOf, @Nullable Long known,
            String... reader) {
        return new FactReads(memory.dataSource(), () -> new Audience(Set.of(reader)))
                .joined(Subject.of(thing),
                        new BitemporalPoint(asOf == null ? null : LocalDate.parse(asOf), known))
                .stream()
                .map(Subject::id)
                .toList();
    }

    @Test
    void a_thing_is_joined_by_what_served_it_and_by_what_served_its_parts_each_once() {
        assertThat(joined("cut/C1", null, null)).containsExactly("TO-CUT");
        assertThat(joined("round/R1", null, null)).containsExactly("TO-CUT", "TO-ROUND");
        assertThat(joined("line/BY2017:D4", null, null)).containsExactly("TO-CUT", "WRONG");
        assertThat(joined("cut/C3", null, null)).containsExactly("WRONG");
        assertThat(joined("round/R2", null, null)).containsExactly("WRONG");
    }

    @Test
    void nothing_is_joined_by_what_it_served_nor_a_person_by_what_they_took_part_in() {
        assertThat(joined("consultation/TO-CUT", null, null)).isEmpty();
        assertThat(joined("person/D4", null, null)).isEmpty();
    }

    @Test
    void it_is_joined_from_the_day_of_the_link_on_as_it_was_known_then() {
        assertThat(joined("round/R1", "2016-12-04", null)).isEmpty();
        assertThat(joined("round/R1", "2016-12-05", null)).containsExactly("TO-CUT", "TO-ROUND");
        assertThat(joined("cut/C1", null, 13L)).containsExactly("TO-CUT", "WRONG");
        assertThat(joined("cut/C1", null, 14L)).containsExactly("TO-CUT");
        assertThat(joined("round/R2", "2016-12-05", null)).isEmpty();
        assertThat(joined("cut/C1", null, 15L)).containsExactly("TO-CUT", "NEVER");
    }

    @Test
    void a_link_joins_for_those_who_may_see_it() {
        assertThat(joined("cut/C1", null, null, "PERSON/D4")).containsExactly("TO-CUT", "SECRET");
        assertThat(joined("round/R1", null, null, "FORUM")).doesNotContain("SECRET");
    }

    @Test
    void facts_of_several_subjects_are_each_there_once_on_every_page() {
        var reads = new FactReads(memory.dataSource(), () -> Audience.ALL);
        var subjects = List.of(Subject.of("cut/C1"), Subject.of("consultation/TO-CUT"),
                Subject.of("consultation/WRONG"));
        var whole = positions(reads.of(subjects, BitemporalPoint.NOW, null, 100));
        assertThat(whole).doesNotHaveDuplicates().contains(1L, 4L, 7L, 10L, 11L, 13L);

        var pages = new ArrayList<Long>();
        @Nullable
        Long before = null;
        do {
            var page = reads.of(subjects, BitemporalPoint.NOW, before, 2);
            pages.addAll(positions(page));
            before = page.earlier();
        } while (before != null);
        assertThat(pages).containsExactlyInAnyOrderElementsOf(whole);
    }

    private static List<Long> positions(FactPage page) {
        return page.facts().stream().map(fact -> fact.original().position()).toList();
    }
}
