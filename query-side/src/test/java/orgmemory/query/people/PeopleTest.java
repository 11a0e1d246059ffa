// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Capacity;
import orgmemory.message.Json;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.LeaveEnded;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.AreaMessages.AreaClosed;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleTest {

    private final People people = new People();

    private static PeopleFacts ramiKhoury() {
        return new PeopleFacts().on("2016-09-01")
                .registered("D4", "ראמי ח'ורי", "Rami Khoury")
                .appointed("D4", ManagerKind.DOMAIN, "2013-09-01", 60)
                .areaOpened("D4", "חברה משותפת")
                .accountable("D4", "D4", "2016-09-01")
                .granted("D4", Capacity.FAC, "2016-11-01", "2016-11-30");
    }

    @Test
    void a_manager_is_shown_with_name_kind_tenure_area_and_roles() {
        var november = LocalDate.of(2016, 11, 16);

        assertThat(ramiKhoury().fold(people, "D4", november)).isEqualTo(new People.Person(
                new PersonId("D4"), "ראמי ח'ורי", "Rami Khoury", ManagerKind.DOMAIN, LocalDate.of(2013, 9, 1),
                60,
                List.of(new People.Area(new AreaId("D4"), LocalDate.of(2016, 9, 1), null)),
                List.of(new People.Role(Capacity.FAC, LocalDate.of(2016, 11, 1),
                        LocalDate.of(2016, 11, 30))),
                List.of()));
    }

    @Test
    void a_role_is_held_from_its_first_to_its_last_day() {
        var facts = ramiKhoury();

        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 10, 31)).roles()).isEmpty();
        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 11, 1)).roles()).hasSize(1);
        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 11, 30)).roles()).hasSize(1);
        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 12, 1)).roles()).isEmpty();
    }

    @Test
    void an_area_that_is_handed_over_later_is_not_shown_yet() {
        var facts = new PeopleFacts().on("2016-09-01").accountable("P6", "P6b", "2017-04-16");

        assertThat(facts.fold(people, "P6b", LocalDate.of(2017, 4, 15)).areas()).isEmpty();
        assertThat(facts.fold(people, "P6b", LocalDate.of(2017, 4, 16)).areas()).hasSize(1);
    }

    @Test
    void nobody_answers_for_an_area_from_the_day_on_which_it_is_closed() {
        var facts = new PeopleFacts().on("2016-09-01")
                .accountable("P6", "P6b", "2016-09-01")
                .on("2017-02-01");
        facts.add(new AreaClosed(new AreaId("P6"), new PersonId("P6b"), "merged"));

        assertThat(facts.fold(people, "P6b", LocalDate.of(2017, 1, 31)).areas()).hasSize(1);
        assertThat(facts.fold(people, "P6b", LocalDate.of(2017, 2, 1)).areas()).isEmpty();
    }

    @Test
    void a_leave_is_known_until_its_last_day_or_until_it_is_ended() {
        var facts = ramiKhoury().on("2016-10-01").leave("D4", "2016-11-01", "2016-11-20");
        facts.on("2016-11-05").add(new LeaveEnded(new PersonId("D4"), LocalDate.of(2016, 11, 10)));

        assertThat(leaves(facts, "2016-09-30")).isEmpty();
        assertThat(leaves(facts, "2016-10-31")).singleElement()
                .isEqualTo(new Leave(LocalDate.of(2016, 11, 1), LocalDate.of(2016, 11, 20)));
        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 10, 31)).onLeave(LocalDate.of(2016, 10, 31)))
                .isFalse();
        assertThat(facts.fold(people, "D4", LocalDate.of(2016, 11, 1)).onLeave(LocalDate.of(2016, 11, 1)))
                .isTrue();
        assertThat(leaves(facts, "2016-11-09")).singleElement()
                .isEqualTo(new Leave(LocalDate.of(2016, 11, 1), LocalDate.of(2016, 11, 9)));
        assertThat(leaves(facts, "2016-11-10")).isEmpty();
    }

    @Test
    void a_leave_ends_with_the_appointment() {
        var facts = ramiKhoury().on("2016-10-01").leave("D4", "2016-10-01", null).on("2016-10-15");
        facts.add(new ManagerAppointmentEnded(new PersonId("D4"), null));

        assertThat(leaves(facts, "2016-10-14")).hasSize(1);
        assertThat(leaves(facts, "2016-10-15")).isEmpty();
    }

    private List<Leave> leaves(PeopleFacts facts, String day) {
        return facts.fold(people, "D4", LocalDate.parse(day)).leaves();
    }

    @Test
    void facts_about_an_unregistered_person_leave_the_name_out() {
        var facts = new PeopleFacts().on("2016-09-01").granted("REC", Capacity.REC, "2016-09-01", null);
        var recorder = facts.fold(people, "REC");

        assertThat(recorder.name()).isNull();
        assertThat(recorder.roles()).extracting(People.Role::role).containsExactly(Capacity.REC);
    }

    @Test
    void areas_and_roles_stand_in_the_same_order_whatever_was_recorded_first() {
        var one = new PeopleFacts().on("2016-09-01")
                .granted("I1", Capacity.REC, "2016-09-01", null)
                .granted("I1", Capacity.BST, "2016-10-01", null);
        var other = new PeopleFacts().on("2016-09-01")
                .granted("I1", Capacity.BST, "2016-10-01", null)
                .granted("I1", Capacity.REC, "2016-09-01", null);

        assertThat(one.fold(people, "I1")).isEqualTo(other.fold(people, "I1"));
    }

    @Test
    void a_person_comes_back_from_json_as_it_went() {
        var person = ramiKhoury().fold(people, "D4", LocalDate.of(2016, 11, 16));
        var json = Json.mapper().writeValueAsString(person);

        assertThat(Json.mapper().readValue(json, People.Person.class)).isEqualTo(person);
    }
}
