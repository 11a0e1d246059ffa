// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.people.ManagerKind;
import orgmemory.query.Facts;
import orgmemory.query.people.PeopleFacts;
import orgmemory.query.screen.Noted;
import orgmemory.query.screen.PageServer;
import orgmemory.query.screen.Seen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupPagesTest {

    private static final PageServer SERVER = PageServer.of(facts(), "2016-11-12T10:00:00Z",
            Map.of("D1", Set.of(Capacity.MGR), "D2", Set.of(Capacity.MGR), "D4", Set.of(Capacity.MGR), "P8",
                    Set.of(Capacity.MGR), "MM1", Set.of(Capacity.MM), "MEM", Set.of(Capacity.MEM), "AUD",
                    Set.of(Capacity.AUD)),
            new Noted());

    /** D1, D2 and D4 are in ACTIVE and in READY, MM1 is a guest of ACTIVE; D1 alone is in NEW. */
    private static Facts facts() {
        var people = new PeopleFacts().on("2016-09-01");
        for (var id : new String[] {"D1", "D2", "D4", "P8", "MM1", "MEM"}) {
            people.registered(id, "מנהל " + id, "Manager " + id)
                    .appointed(id, ManagerKind.DOMAIN, "2013-09-01", 60);
        }
        people.include(new GroupFacts().on("2016-10-01")
                .proposed("ACTIVE", "D1", "Leading a team")
                .lapsing(null)
                .joined("ACTIVE", "To learn", "D1", "D2", "D4", "P8")
                .guest("ACTIVE", "MM1")
                .agreed("ACTIVE", "D1", "We listen to each other.", LeadRotation.ROUND_ROBIN)
                .activated("ACTIVE", "D1")
                .proposed("READY", "D2", "Budget literacy")
                .joined("READY", "To learn", "D1", "D2", "D4")
                .lapsing("2016-11-30")
                .proposed("NEW", "D1", "Managing growth")
                .joined("NEW", "To learn", "D1")
                .on("2016-11-01")
                .lapsing(null)
                .left("ACTIVE", "P8"));
        return people;
    }

    @Test
    void a_group_shows_who_is_in_it_and_how_it_manages_itself() {
        assertThat(see("AUD", "/groups/ACTIVE").text()).contains("Leading a team", "3 members", "Manager D2",
                "Manager MM1 guest", "One was here before", "We listen to each other.",
                "in turns: who led least recently is next", "2 months");
        assertThat(see("AUD", "/groups/ACTIVE?asOf=2016-10-15").text()).contains("4 members");
        assertThat(see("AUD", "/groups/NEW").text()).contains("One member", "lapses on 30 November 2016",
                "No charter has been agreed yet");
        assertThat(see("AUD", "/groups/NONE", 404).text()).contains("There is no group NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P8 NEW JoinLearningGroup", "MM1 NEW JoinLearningGroup", "D1 NEW LeaveGroup",
            "MM1 ACTIVE LeaveGroup", "D4 ACTIVE AgreeGroupCharter", "D4 READY ActivateGroup",
            "MEM NEW JoinLearningGroup", "MEM NEW AgreeGroupCharter"})
    void each_may_do_what_is_theirs(String who) {
        var part = who.split(" ", -1);
        assertThat(see(part[0], "/groups/" + part[1]).html()).contains("do=" + part[2]);
        assertThat(see(part[0], "/groups/" + part[1] + "?do=" + part[2]).html()).contains("<dialog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D1 NEW JoinLearningGroup", "P8 NEW LeaveGroup", "P8 ACTIVE AgreeGroupCharter",
            "MM1 ACTIVE AgreeGroupCharter", "D4 ACTIVE ActivateGroup", "D1 NEW ActivateGroup",
            "AUD NEW JoinLearningGroup", "D1 NEW?asOf=2016-11-01 LeaveGroup"})
    void nobody_is_offered_what_is_not(String who) {
        var part = who.split(" ", -1);
        var page = "/groups/" + part[1];
        assertThat(see(part[0], page).html()).doesNotContain("do=" + part[2]);
        assertThat(see(part[0], page + (page.contains("?") ? "&" : "?") + "do=" + part[2]).html())
                .doesNotContain("<dialog");
    }

    @Test
    void keepers_alone_are_asked_who_it_was() {
        assertThat(see("MEM", "/groups/NEW?do=JoinLearningGroup").html()).contains("name=\"personId\"");
        assertThat(see("P8", "/groups/NEW?do=JoinLearningGroup").html()).doesNotContain("name=\"personId\"");
    }

    @Test
    void a_charter_is_agreed_anew_beginning_with_what_stands() {
        assertThat(see("D4", "/groups/ACTIVE?do=AgreeGroupCharter").text()).contains("Agree a charter",
                "We listen to each other.");
    }

    @Test
    void the_list_says_how_each_stands_and_can_be_taken_away() {
        assertThat(see("P8", "/groups").text()).contains("Leading a team", "active", "Budget literacy",
                "forming");
        assertThat(see("P8", "/groups").html()).contains("do=ProposeLearningGroup");
        assertThat(see("AUD", "/groups").html()).doesNotContain("do=ProposeLearningGroup");
        assertThat(see("AUD", "/groups?format=csv").html()).contains("READY", "NEW", "Managing growth");
    }

    private static Seen see(String person, String path) {
        return see(person, path, 200);
    }

    private static Seen see(String person, String path, int status) {
        var seen = Seen.of(SERVER.get(path, person, "en"));
        assertThat(seen.status()).as(path).isEqualTo(status);
        return seen;
    }
}
