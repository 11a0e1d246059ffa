// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.PersonId;
import orgmemory.query.people.Areas.Holding;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AreasTest {

    private static final Holding FIRST = new Holding(new PersonId("P6"), LocalDate.of(2016, 9, 1));
    private static final Holding NEXT = new Holding(new PersonId("P6b"), LocalDate.of(2017, 4, 16));

    private final Areas areas = new Areas();

    private static PeopleFacts incubator() {
        return new PeopleFacts().on("2016-09-01")
                .areaOpened("P6", "חממה")
                .accountable("P6", "P6b", "2017-04-16")
                .accountable("P6", "P6", "2016-09-01");
    }

    @Test
    void an_area_says_who_is_accountable_from_which_day_on() {
        assertThat(incubator().fold(areas, "P6")).satisfies(area -> {
            assertThat(area.areaId()).isEqualTo(new AreaId("P6"));
            assertThat(area.name()).isEqualTo("חממה");
            assertThat(area.holdings()).isEqualTo(List.of(FIRST, NEXT));
            assertThat(area.accountableId()).isEqualTo(NEXT.managerId());
        });
    }

    @Test
    void an_area_is_called_what_it_was_called_on_the_day() {
        var facts = incubator().on("2016-12-01");
        facts.add(new AreaRenamed(new AreaId("P6"), "חממת יזמות", "Incubator"));

        assertThat(facts.fold(areas, "P6").name()).isEqualTo("חממת יזמות");
        assertThat(facts.fold(areas, "P6").otherName()).isEqualTo("Incubator");
        assertThat(facts.fold(areas, "P6", LocalDate.of(2016, 11, 30)).name()).isEqualTo("חממה");
        assertThat(facts.fold(areas, "P6").holdings()).hasSize(2);
    }

    @Test
    void nobody_is_accountable_once_an_area_is_closed_nor_was_to_be_later() {
        var facts = incubator().on("2017-02-01");
        facts.add(new AreaClosed(new AreaId("P6"), FIRST.managerId(), "merged"));

        assertThat(facts.fold(areas, "P6")).satisfies(area -> {
            assertThat(area.closedOn()).isEqualTo(LocalDate.of(2017, 2, 1));
            assertThat(area.accountableId()).isNull();
            assertThat(area.holdings()).isEqualTo(List.of(FIRST));
        });
        assertThat(facts.fold(areas, "P6", LocalDate.of(2017, 1, 31))).satisfies(area -> {
            assertThat(area.closedOn()).isNull();
            assertThat(area.accountableId()).isEqualTo(FIRST.managerId());
        });
    }

    @Test
    void nobody_is_accountable_before_their_first_day() {
        var facts = incubator();

        assertThat(facts.fold(areas, "P6", LocalDate.of(2017, 4, 15))).satisfies(area -> {
            assertThat(area.accountableId()).isEqualTo(FIRST.managerId());
            assertThat(area.holdings()).isEqualTo(List.of(FIRST));
        });
        assertThat(new PeopleFacts().on("2016-09-01")
                .accountable("P6", "P6b", "2017-04-16")
                .fold(areas, "P6", LocalDate.of(2017, 4, 15))
                .accountableId()).isNull();
    }
}
