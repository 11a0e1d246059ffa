// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import orgmemory.message.Capacity;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Noted;
import orgmemory.query.screen.PageServer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedAreaPagesTest {

    private static final PageServer SERVER = PageServer.of(facts(), "2016-12-20T10:00:00Z",
            Map.of("MEM", EnumSet.allOf(Capacity.class)), new Noted());

    private static PeopleFacts facts() {
        var facts = new PeopleFacts().on("2016-09-01")
                .registered("D1", "נועה", "Noa")
                .appointed("D1", ManagerKind.DOMAIN, "2013-09-01", 60)
                .areaOpened("OLD", "Old area")
                .areaOpened("NEW", "New area")
                .areaOpened("REST", "Quiet area")
                .accountable("OLD", "D1", "2016-09-01");
        var year = new BudgetYearId("BY2017");
        facts.add(new BudgetYearOpened(year, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
        for (var area : new String[] {"OLD", "NEW"}) {
            facts.add(new BudgetLineDrafted(year, new LineId("BY2017:" + area), new AreaId(area),
                    "Line of the " + area, 0, null));
        }
        facts.on("2016-11-01").add(new AreaReleased(year, new AreaId("OLD"), null));
        facts.add(new AreaClosed(new AreaId("OLD"), new PersonId("D1"), "merged"));
        return facts;
    }

    @Test
    void an_area_says_since_when_it_is_closed_and_who_was_accountable_until_then() {
        assertThat(page("/areas/OLD")).contains("closed since 1 November 2016",
                "1 September 2016 to 31 October 2016").doesNotContain("?do=");
        assertThat(page("/areas/OLD?asOf=2016-10-31")).contains("since 1 September 2016")
                .doesNotContain("closed since");
    }

    @Test
    void closed_areas_stand_apart_from_the_others() {
        assertThat(page("/people")).containsPattern("(?s)New area.*Closed areas.*Old area.*closed since");
        assertThat(page("/people?asOf=2016-10-31")).contains("Old area").doesNotContain("Closed areas");
        assertThat(page("/people/D1")).doesNotContain("Old area");
    }

    @Test
    void a_closed_area_is_nobody_s_choice_any_more_nor_are_the_lines_of_one_that_was_released() {
        for (var command : new String[] {"DraftBudgetLine", "RenameArea", "CloseArea",
                "AssignAccountableManager"}) {
            assertThat(page("/record-something?do=" + command)).as(command)
                    .contains("value=\"NEW\"")
                    .doesNotContain("value=\"OLD\"");
        }
        assertThat(page("/record-something?do=ReviseLineDraft")).contains("value=\"BY2017:NEW\"")
                .doesNotContain("value=\"BY2017:OLD\"");
    }

    @Test
    void a_year_releases_the_areas_that_it_has_lines_of_each_of_them_once() {
        assertThat(page("/record-something?do=ReleaseArea")).contains("value=\"NEW\"")
                .doesNotContain("value=\"OLD\"", "value=\"REST\"");
    }

    private static String page(String path) {
        return SERVER.page(path, "MEM");
    }
}
