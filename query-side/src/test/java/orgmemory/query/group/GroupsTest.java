// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.people.PersonId;
import orgmemory.query.group.Group.Ending;
import orgmemory.query.group.Group.GroupStage;
import orgmemory.query.group.Group.Member;
import orgmemory.query.group.Group.Request;
import orgmemory.query.group.Leading.Turn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupsTest {

    private final GroupFacts facts = new GroupFacts().on("2016-10-01")
            .proposed("LG-1", "D1", "Leading a team")
            .on("2016-10-02")
            .joined("LG-1", "To learn", "D1", "D2")
            .guest("LG-1", "MM1")
            .lapsing(null)
            .joined("LG-1", "To learn", "D4")
            .on("2016-10-03")
            .agreed("LG-1", "D1", "We listen.", LeadRotation.ROUND_ROBIN)
            .activated("LG-1", "D1")
            .on("2016-10-20")
            .lapsing("2016-12-19")
            .left("LG-1", "D1")
            .on("2016-10-25")
            .joined("LG-1", "Again", "D1");

    @Test
    void says_who_proposed_what_and_that_nobody_is_in_it_yet() {
        assertThat(on("2016-10-01")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(GroupStage.PROPOSED);
            assertThat(it.topic()).isEqualTo("Leading a team");
            assertThat(Objects.requireNonNull(it.origin()).proposedBy()).isEqualTo(Subject.of("person/D1"));
            assertThat(it.people()).isEmpty();
            assertThat(it.lapsesOn()).isEqualTo("2017-01-30");
        });
    }

    @Test
    void says_who_is_in_it_on_the_day_guests_apart() {
        assertThat(on("2016-10-02")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(GroupStage.FORMING);
            assertThat(it.members()).extracting(Member::personId)
                    .containsExactly(person("D1"), person("D2"), person("D4"));
            assertThat(it.guests()).extracting(Member::personId).containsExactly(person("MM1"));
            assertThat(it.lapsesOn()).isNull();
        });
        assertThat(on("2016-10-20")).satisfies(it -> {
            assertThat(it.members()).hasSize(2);
            assertThat(it.former()).extracting(Member::until).containsExactly(LocalDate.of(2016, 10, 20));
            assertThat(it.lapsesOn()).isEqualTo("2016-12-19");
            assertThat(it.inside(person("D1"))).isEmpty();
        });
        assertThat(on("2016-10-25").members()).extracting(Member::relevance)
                .containsExactly("To learn", "To learn", "Again");
    }

    @Test
    void says_how_it_manages_itself_since_when() {
        assertThat(on("2016-10-02").charter()).isNull();
        assertThat(on("2016-10-03")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(GroupStage.ACTIVE);
            var charter = Objects.requireNonNull(it.charter());
            assertThat(charter.agreedOn()).isEqualTo("2016-10-03");
            assertThat(charter.leadRotation()).isEqualTo(LeadRotation.ROUND_ROBIN);
        });
    }

    @Test
    void keeps_the_order_of_turns_over_leaving_and_coming_back() {
        assertThat(on("2016-10-25").lead().turns().line())
                .containsExactly(person("D1"), person("D2"), person("D4"));
    }

    @Test
    void says_who_led_from_when_to_when_and_why_out_of_turn() {
        var led = new GroupFacts().on("2016-10-01")
                .proposed("LG-1", "D1", "Leading a team")
                .joined("LG-1", "To learn", "D1", "D2", "D4")
                .on("2016-10-03")
                .led("LG-1", "D1", null, "D1", null, "2016-12-03")
                .on("2016-12-03")
                .swapped("LG-1", "D2", "D4")
                .led("LG-1", "D1", "D1", "D4", "D2 travels", "2017-02-03")
                .on("2016-12-20")
                .left("LG-1", "D4")
                .fold(new Groups(), "LG-1");

        assertThat(led.lead().present()).isNull();
        assertThat(led.lead().past()).containsExactly(
                new Turn(person("D1"), LocalDate.of(2016, 10, 3), LocalDate.of(2016, 12, 3),
                        LocalDate.of(2016, 12, 3), null),
                new Turn(person("D4"), LocalDate.of(2016, 12, 3), LocalDate.of(2016, 12, 20),
                        LocalDate.of(2017, 2, 3), "D2 travels"));
        assertThat(led.lead().turns().line()).containsExactly(person("D2"), person("D1"), person("D4"));
    }

    @Test
    void says_who_wishes_to_join_and_not_who_objects() {
        var asked = new GroupFacts().on("2016-10-01")
                .proposed("LG-1", "D1", "Leading a team")
                .agreed("LG-1", "D1", Joining.BY_CONSENT)
                .requested("LG-1", "P8", "2016-10-08")
                .objected("LG-1", "D1", "P8", "We are enough");

        assertThat(asked.fold(new Groups(), "LG-1").requests()).extracting(Request::admitOn)
                .containsExactly(LocalDate.of(2016, 10, 8));
        assertThat(asked.fold(new Groups(), "LG-1").toString()).doesNotContain("We are enough");
        assertThat(asked.withdrawn("LG-1", "P8").fold(new Groups(), "LG-1").requests()).isEmpty();
        asked.requested("LG-1", "P8", "2016-10-09").joined("LG-1", "x", "P8");
        assertThat(asked.fold(new Groups(), "LG-1").requests()).isEmpty();
    }

    @Test
    void stays_over_once_it_is() {
        facts.on("2016-11-01").paused("LG-1", "D2").concluded("LG-1", "D2", "We learned.");
        facts.resumed("LG-1", "D2").lapsed("LG-1");

        assertThat(facts.fold(new Groups(), "LG-1")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(GroupStage.CONCLUDED);
            assertThat(it.ending()).isEqualTo(
                    new Ending("We learned.", "More of it.", LocalDate.of(2016, 11, 1)));
            assertThat(it.over()).isTrue();
        });
    }

    @Test
    void says_into_which_one_it_was_merged_and_that_nothing_of_it_waits() {
        facts.on("2016-11-01").requested("LG-1", "P8", "2016-11-08").merged("LG-1", "LG-2", "D2", "Alike");

        assertThat(facts.fold(new Groups(), "LG-1")).satisfies(it -> {
            assertThat(it.state()).isEqualTo(GroupStage.MERGED);
            assertThat(it.ending()).isEqualTo(
                    new Ending("Alike", null, LocalDate.of(2016, 11, 1), new GroupId("LG-2")));
            assertThat(it.requests()).isEmpty();
            assertThat(it.lapsesOn()).isNull();
        });
    }

    @Test
    void names_the_memberships_that_have_versions_of_their_own() {
        assertThat(new Groups().parts(on("2016-10-25"))).containsExactly(
                Subject.of("membership/LG-1:D1"), Subject.of("membership/LG-1:D2"),
                Subject.of("membership/LG-1:MM1"), Subject.of("membership/LG-1:D4"));
    }

    private Group on(String day) {
        return facts.fold(new Groups(), "LG-1", LocalDate.parse(day));
    }

    private static PersonId person(String id) {
        return new PersonId(id);
    }
}
