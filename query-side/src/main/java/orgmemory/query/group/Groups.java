// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupEndMessages.GroupConcluded;
import orgmemory.message.group.GroupEndMessages.GroupLapsed;
import orgmemory.message.group.GroupEndMessages.GroupPaused;
import orgmemory.message.group.GroupEndMessages.GroupResumed;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.GroupSessionMessages.GroupSessionEvent;
import orgmemory.message.group.LeadTurnMessages.LeadTurnEvent;
import orgmemory.message.group.MembershipId;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.JoiningObjected;
import orgmemory.message.group.MembershipMessages.JoiningObjectionWithdrawn;
import orgmemory.message.group.MembershipMessages.JoiningWithdrawn;
import orgmemory.message.group.MembershipMessages.LearningGroupJoinRequested;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.message.group.MembershipMessages.MembershipEvent;
import orgmemory.query.group.Group.Charter;
import orgmemory.query.group.Group.Ending;
import orgmemory.query.group.Group.GroupStage;
import orgmemory.query.group.Group.Member;
import orgmemory.query.group.Group.Origin;
import orgmemory.query.group.Group.Request;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.springframework.stereotype.Component;

/** Which groups are there, who is in them, how do they manage themselves, and who leads? */
@Component
public final class Groups implements View<Group> {

    @Override
    public String name() {
        return "Groups";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<Group> stateType() {
        return Group.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event() instanceof GroupEvent event ? List.of(event.groupId().value()) : List.of();
    }

    @Override
    public Group initial(String key) {
        return Group.unknown(new GroupId(key));
    }

    @Override
    public Group evolve(Group group, Fact fact) {
        return fact.event() instanceof GroupEvent event ? evolve(group, fact, event) : group;
    }

    private static Group evolve(Group it, Fact fact, GroupEvent event) {
        var day = fact.day();
        return switch (event) {
            case LearningGroupProposed proposed -> it.proposed(new Origin(proposed.topic(),
                    proposed.relevance(), proposed.rhythm(), fact.envelope().speaker(),
                    fact.envelope().recorder(), day), proposed.lapsesOn());
            case MembershipEvent membership -> evolve(it, membership, day);
            case GroupCharterAgreed agreed -> it.agreed(new Charter(agreed.rules(), agreed.method(),
                    agreed.leadRotation(), agreed.termMonths(), agreed.joining(), day));
            case GroupActivated _ -> it.atLeast(GroupStage.ACTIVE);
            case LeadTurnEvent turn -> it.leading(lead -> lead.evolve(turn, day));
            // What the group does stands in the facts, for those who may see it.
            case GroupSessionEvent _ -> it;
            case GroupPaused _ -> it.at(GroupStage.PAUSED);
            case GroupResumed _ -> it.at(GroupStage.ACTIVE);
            case GroupConcluded concluded -> it.ended(GroupStage.CONCLUDED,
                    new Ending(concluded.summary(), concluded.remains(), day));
            case GroupsMerged merged -> it.ended(GroupStage.MERGED,
                    new Ending(merged.reason(), null, day, merged.into()));
            case GroupLapsed _ -> it.ended(GroupStage.LAPSED, new Ending(null, null, day));
        };
    }

    private static Group evolve(Group it, MembershipEvent event, LocalDate day) {
        return switch (event) {
            case LearningGroupJoinRequested asked -> it.requested(
                    new Request(asked.personId(), asked.relevance(), day, asked.admitOn()));
            case JoiningWithdrawn withdrawn -> it.requestedNoMore(withdrawn.personId());
            case LearningGroupJoined joined -> it.atLeast(GroupStage.FORMING)
                    .joined(new Member(joined.personId(), day, null, joined.guest(), joined.relevance()),
                            joined.lapsesOn());
            case GroupLeft left -> it.left(left.personId(), day, left.lapsesOn());
            // They stay among the members, and are in no view that all may see.
            case JoiningObjected _,JoiningObjectionWithdrawn _ -> it;
        };
    }

    @Override
    public List<Column<Group>> columns() {
        return List.of(Column.text("state", it -> it.state() == null ? null : it.state().name()),
                Column.text("topic", Group::topic), Column.day("lapsesOn", Group::lapsesOn));
    }

    @Override
    public Subject entity(String key) {
        return new GroupId(key).subject();
    }

    @Override
    public List<Subject> parts(Group group) {
        return group.people()
                .stream()
                .map(each -> MembershipId.of(group.groupId(), each.personId()).subject())
                .distinct()
                .toList();
    }
}
