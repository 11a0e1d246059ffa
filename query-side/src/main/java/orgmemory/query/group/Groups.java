// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.GroupActivated;
import orgmemory.message.group.GroupMessages.GroupCharterAgreed;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.group.GroupMessages.LearningGroupProposed;
import orgmemory.message.group.MembershipId;
import orgmemory.message.group.MembershipMessages.GroupLeft;
import orgmemory.message.group.MembershipMessages.LearningGroupJoined;
import orgmemory.query.group.Group.GroupStage;
import orgmemory.query.group.Group.Member;
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
        return 1;
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
            case LearningGroupProposed proposed -> it.proposed(proposed, fact.envelope().speaker(),
                    fact.envelope().recorder(), day);
            case LearningGroupJoined joined -> it.at(GroupStage.FORMING)
                    .joined(new Member(joined.personId(), day, null, joined.guest(), joined.relevance()),
                            joined.lapsesOn());
            case GroupLeft left -> it.left(left.personId(), day, left.lapsesOn());
            case GroupCharterAgreed agreed -> it.agreed(agreed, day);
            case GroupActivated _ -> it.at(GroupStage.ACTIVE);
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
