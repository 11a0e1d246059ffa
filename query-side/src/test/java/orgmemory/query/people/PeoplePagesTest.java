// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.screen.PageServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeoplePagesTest {

    @Test
    void everybody_is_there_with_what_they_answer_for_and_since_when() {
        assertThat(PageServer.full().page("/people", "D4")).contains("One domain manager",
                "One project manager", "Rami Khoury", "since 1 October 2016", "Shira Katz", "recorder",
                "Nobody is accountable yet");
    }

    @Test
    void who_was_accountable_before_stands_on_the_page_of_the_area() {
        assertThat(PageServer.full().page("/areas/D4", "D4"))
                .contains("1 September 2016 to 30 September 2016", "since 1 October 2016", "Line of D4");
        assertThat(PageServer.full().page("/areas/D4?asOf=2016-09-15", "D4"))
                .contains("since 1 September 2016")
                .doesNotContain("October");
    }

    @Test
    void everybody_is_taken_away_as_a_sheet() {
        var sheet = PageServer.full().page("/people?format=csv", "D4");
        assertThat(sheet).startsWith("\uFEFF# People and areas\r\n# As of,2016-12-20\r\n")
                .contains("\r\nid,name,kind of managing,accountable for,roles\r\n");
        // Who was accountable before is so no more.
        assertThat(sheet.lines().filter(row -> row.contains("חברה משותפת"))).singleElement()
                .asString()
                .startsWith("D4,");
    }

    @Test
    void a_person_answers_for_an_area_until_somebody_else_does() {
        assertThat(PageServer.full().page("/people/D1?asOf=2016-09-15", "D4"))
                .contains("חברה משותפת", "since 1 September 2016");
        assertThat(PageServer.full().page("/people/D1", "D4")).doesNotContain("חברה משותפת");
        assertThat(PageServer.full().page("/people/D4", "D4")).contains("חברה משותפת",
                "since 1 October 2016");
    }

    @Test
    void a_role_ends_on_its_last_day() {
        assertThat(PageServer.full().page("/people/LONG", "D4")).contains("auditor",
                "1 September 2016 to 31 December 2016");
    }

    @Test
    void who_is_on_leave_stands_there_on_the_days_of_it() {
        assertThat(PageServer.full().page("/people", "D4")).contains(">on leave<");
        assertThat(PageServer.full().page("/people?asOf=2016-10-02", "D4")).doesNotContain(">on leave<");
        assertThat(PageServer.full().page("/people/D1", "D4")).contains(">On leave<",
                "3 October 2016 to 31 January 2017");
        assertThat(PageServer.full().page("/people/D1?asOf=2016-10-02", "D4")).contains(">Leave to come<");
    }

    @Test
    void the_stage_of_the_forum_stands_there_since_its_first_day() {
        assertThat(PageServer.full().page("/people", "D4")).contains("1 · professional development",
                "/trail/forum/forum");
        assertThat(PageServer.full().page("/people?asOf=2016-08-31", "D4")).doesNotContain("/trail/forum");
        assertThat(PageServer.full().page("/people", "MEM")).contains("?do=RecordStage");
    }

    @Test
    void managers_tell_of_their_own_leave_on_their_own_page() {
        assertThat(PageServer.full().page("/people/D4", "D4")).contains("?do=StartLeave&amp;personId=D4")
                .doesNotContain("?do=EndLeave");
        assertThat(PageServer.full().page("/people/D1", "MEM")).contains("?do=EndLeave&amp;personId=D1")
                .doesNotContain("?do=StartLeave");
    }

    @Test
    void forms_are_offered_to_those_who_may_and_can_use_them_now() {
        var keepers = PageServer.full().page("/people", "MEM");
        assertThat(keepers)
                .contains("?do=RegisterPerson", "?do=AppointManager", "?do=OpenArea",
                        "?do=AssignAccountableManager", "?do=GrantRole")
                .doesNotContain("?do=RegisterInstitute");
        assertThat(PageServer.full().page("/people", "D4")).doesNotContain("?do=");
        assertThat(PageServer.full().page("/people?asOf=2016-11-01", "MEM")).doesNotContain("?do=");
        assertThat(PageServer.empty().page("/people", "MEM"))
                .contains("?do=RegisterInstitute", "?do=RegisterPerson", "?do=OpenArea")
                .doesNotContain("?do=GrantRole", "?do=AppointManager", "?do=AssignAccountableManager");
    }

    @Test
    void what_can_be_recorded_about_something_is_offered_on_its_page() {
        assertThat(PageServer.full().page("/people/D1", "MEM")).contains("?do=GrantRole&amp;personId=D1")
                .doesNotContain("?do=AppointManager", "?do=OpenArea");
        assertThat(PageServer.full().page("/people/D1", "D4")).doesNotContain("?do=");
        assertThat(PageServer.full().page("/people/D1?asOf=2016-11-01", "MEM")).doesNotContain("?do=");
    }

    @Test
    void a_form_that_is_not_offered_is_not_shown() {
        assertThat(PageServer.full().page("/people?do=RegisterPerson", "D4")).doesNotContain("<dialog");
        assertThat(PageServer.full().page("/people?do=nothing", "MEM")).doesNotContain("<dialog");
    }

    @Test
    void a_form_that_cannot_be_taken_here_comes_back_with_what_was_typed() {
        var answer = PageServer.full().post("/people?do=RegisterPerson", "MEM", "name=Miriam+Dahan&key=k1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("value=\"Miriam Dahan\"", "<dialog", "only reads");
    }
}
