// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import static orgmemory.message.Capacity.MGR;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.command.World;
import orgmemory.message.Capacity;
import orgmemory.message.Event;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.message.people.PersonId;

/** Plausible facts of the group LG-1, which D1 proposes on 1 October; D1, D2, D4 and P8 manage, MM1 is a managers' manager. */
final class GroupFacts {

    static final GroupId ID = new GroupId("LG-1");

    final World world = new World();

    GroupFacts() {
        world.on("2016-09-01").manager("D1").manager("D2").manager("D4").manager("P8").person("X");
        world.person("MM1").role("MM1", Capacity.MM);
        world.on("2016-10-01");
    }

    static GroupFacts proposed() {
        return new GroupFacts().does("D1",
                new ProposeLearningGroup(ID, "Leading a team", "Many lead one", Rhythm.MONTHLY));
    }

    /** D1, D2 and D4 are in it since 2 October. */
    static GroupFacts three() {
        return proposed().on("2016-10-02").joined("D1", "D2", "D4");
    }

    /** The three have agreed on turns, and have begun on 3 October. */
    static GroupFacts active() {
        return three().on("2016-10-03")
                .agreed(LeadRotation.ROUND_ROBIN, Joining.OPEN)
                .does("D1", new ActivateGroup(ID));
    }

    static PersonId person(String id) {
        return new PersonId(id);
    }

    static JoinLearningGroup join() {
        return new JoinLearningGroup(ID, "To learn", null);
    }

    static LeaveGroup leave() {
        return new LeaveGroup(ID, null);
    }

    GroupFacts on(String day) {
        world.on(day);
        return this;
    }

    GroupFacts joined(String... people) {
        Stream.of(people).forEach(person -> does(person, join()));
        return this;
    }

    GroupFacts agreed(LeadRotation rotation, Joining joining) {
        return does("D1", charter(rotation, joining));
    }

    static AgreeGroupCharter charter(LeadRotation rotation, Joining joining) {
        return new AgreeGroupCharter(ID, "We listen.", GroupMethod.CONSENT, rotation, 2, joining);
    }

    List<GroupEvent> all(GroupCommand command, DecisionContext context) {
        return new LearningGroup().decide(state(), command, context);
    }

    GroupEvent decide(GroupCommand command, DecisionContext context) {
        return all(command, context).getFirst();
    }

    GroupEvent decide(GroupCommand command, String person) {
        return decide(command, world.who(person, MGR));
    }

    /** Somebody issues a command, and what it becomes happens. */
    GroupFacts does(String person, GroupCommand command) {
        return does(person, MGR, command);
    }

    GroupFacts does(String person, Capacity capacity, GroupCommand command) {
        all(command, world.who(person, capacity)).forEach(event -> happened(person, event));
        return this;
    }

    GroupFacts happened(String person, Event event) {
        world.told(person, event);
        return this;
    }

    LocalDate lapses() {
        return World.TODAY.plusDays(60);
    }

    GroupState state() {
        return world.state(GroupState.NONE,
                (state, event, envelope) -> event instanceof GroupEvent own
                        ? new LearningGroup().evolve(state, own, envelope)
                        : state);
    }
}
