// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.group.GroupMessages.Joining;
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
                .on("2016-10-08")
                .met("ACTIVE", "D1", "We spoke of hard talks.", "D1", "D2")
                .on("2016-11-01")
                .lapsing(null)
                .left("ACTIVE", "P8")
                .led("ACTIVE", "D1", null, "D1", null, "2016-11-10")
                .learned("ACTIVE", "D2", "To say no", "A page on saying no")
                .agreed("ACTIVE", "D1", Joining.BY_CONSENT)
                .requested("ACTIVE", "P8", "2016-11-15")
                .objected("ACTIVE", "D4", "P8", "Not yet")
                .proposed("OVER", "D1", "New managers")
                .joined("OVER", "To learn", "D1")
                .concluded("OVER", "D1", "We learned to ask.")
                .proposed("SMALL", "D1", "Hard talks")
                .joined("SMALL", "To learn", "D1")
                .merged("SMALL", "ACTIVE", "D1", "We are alike.")
                .proposed("ALONE", "P8", "Time")
                .joined("ALONE", "To learn", "P8"));
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
            "MEM NEW JoinLearningGroup", "MEM NEW AgreeGroupCharter", "MEM NEW EndGroupMembership",
            "P8 ACTIVE LeaveGroup", "D2 ACTIVE ObjectToJoining", "D4 ACTIVE WithdrawJoiningObjection",
            "D2 ACTIVE RotateLead", "D1 ACTIVE SwapLeadTurn", "D1 ACTIVE SkipLeadTurn",
            "D1 ACTIVE PauseGroup",
            "D1 NEW ConcludeGroup", "D4 ACTIVE RecordGroupSession", "D4 ACTIVE SetLearningGoal",
            "D4 READY MergeGroups", "MEM NEW MergeGroups", "D4 ACTIVE ProposeGroupAgendaItem",
            "D4 ACTIVE RecordLearningOutput"})
    void each_may_do_what_is_theirs(String who) {
        var part = who.split(" ", -1);
        assertThat(see(part[0], "/groups/" + part[1]).html()).contains("do=" + part[2]);
        assertThat(see(part[0], "/groups/" + part[1] + "?do=" + part[2]).html()).contains("<dialog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D1 NEW JoinLearningGroup", "P8 NEW LeaveGroup", "P8 ACTIVE AgreeGroupCharter",
            "MM1 ACTIVE AgreeGroupCharter", "D4 ACTIVE ActivateGroup", "D1 NEW ActivateGroup",
            "AUD NEW JoinLearningGroup", "P8 ACTIVE JoinLearningGroup", "P8 ACTIVE ObjectToJoining",
            "MM1 ACTIVE RotateLead", "D1 NEW SwapLeadTurn", "P8 ALONE MergeGroups", "P8 READY MergeGroups",
            "MM1 ACTIVE MergeGroups", "D1 SMALL MergeGroups",
            "D1 OVER LeaveGroup", "D1 OVER ConcludeGroup",
            "D1 NEW?asOf=2016-11-01 LeaveGroup"})
    void nobody_is_offered_what_is_not(String who) {
        var part = who.split(" ", -1);
        var page = "/groups/" + part[1];
        assertThat(see(part[0], page).html()).doesNotContain("do=" + part[2]);
        assertThat(see(part[0], page + (page.contains("?") ? "&" : "?") + "do=" + part[2]).html())
                .doesNotContain("<dialog");
    }

    @Test
    void what_is_said_in_sessions_stays_inside_and_what_comes_of_it_is_for_all() {
        assertThat(see("P8", "/groups/ACTIVE").text()).contains("To say no", "A page on saying no")
                .doesNotContain("hard talks");
        assertThat(see("D4", "/groups/ACTIVE").text()).contains("Session of 8 October 2016",
                "We spoke of hard talks.", "To ask first.");
        assertThat(see("AUD", "/groups/ACTIVE").text()).contains("We spoke of hard talks.");
        assertThat(see("MM1", "/trail/group/ACTIVE").text()).doesNotContain("met:");
        assertThat(see("D1", "/").text()).contains("Leading a team last met on 8 October 2016");
        assertThat(see("D2", "/").text()).doesNotContain("last met on");
        assertThat(see("D2", "/groups/ACTIVE?do=RecordGroupSession").html())
                .contains("name=\"attendance[2]\"");
    }

    @Test
    void an_objection_stays_among_the_members() {
        assertThat(see("D2", "/groups/ACTIVE").text()).contains("Manager D4 objects. Not yet",
                "The members are talking about it.");
        assertThat(see("P8", "/groups/ACTIVE").text()).doesNotContain("Manager D4 objects", "Not yet")
                .contains("In the group on 15 November 2016, unless a member objects before.");
        assertThat(see("P8", "/trail/membership/ACTIVE:P8").text()).doesNotContain("Not yet");
        assertThat(see("D1", "/trail/membership/ACTIVE:P8").text()).contains("A member objects");
    }

    @Test
    void who_leads_and_who_is_next_is_said_to_all_and_home_tells_whom_it_concerns() {
        assertThat(see("AUD", "/groups/ACTIVE").text()).contains("Leads now Manager D1", "Then Manager D2");
        assertThat(see("D2", "/").text()).contains("It is your turn to lead Leading a team.",
                "Manager P8 wishes to join Leading a team.", "Budget literacy has three members");
        assertThat(see("D1", "/").text()).contains("Your turn to lead Leading a team is over",
                "next is Manager D2");
        assertThat(see("D4", "/").text()).doesNotContain("your turn", "Unless a member objects");
        assertThat(see("MM1", "/").text()).doesNotContain("Unless a member objects");
        assertThat(see("D2", "/groups/ACTIVE?do=RotateLead").html())
                .contains("<option value=\"D2\" selected");
    }

    @Test
    void what_was_learned_is_told_first_once_it_is_over() {
        assertThat(see("AUD", "/groups/OVER").text()).contains("concluded", "We learned to ask.",
                "What remains More of it.");
    }

    @Test
    void a_merged_group_leads_to_the_other_and_that_one_back() {
        assertThat(see("AUD", "/groups/SMALL").text()).contains("merged", "Merged into another group",
                "Into Leading a team", "We are alike.");
        assertThat(see("AUD", "/groups/SMALL").html()).contains("href=\"/groups/ACTIVE\"");
        assertThat(see("AUD", "/groups/ACTIVE").text()).contains("Merged into this group: Hard talks");
        assertThat(see("AUD", "/groups/ACTIVE").html()).contains("href=\"/groups/SMALL\"");
        assertThat(see("AUD", "/groups/ACTIVE?asOf=2016-10-15").text()).doesNotContain("Merged into");
        assertThat(see("AUD", "/trail/group/ACTIVE").text())
                .contains("was merged into Leading a team");
    }

    @Test
    void a_group_can_be_merged_into_another_of_one_s_own_that_goes_on() {
        assertThat(see("D4", "/groups/READY?do=MergeGroups").html()).contains("value=\"ACTIVE\"")
                .doesNotContain("value=\"NEW\"", "value=\"SMALL\"", "<option value=\"READY\"");
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
