// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.LeadTurnMessages.LeadTurnCommand;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import orgmemory.message.people.PersonId;
import orgmemory.query.group.Group.Member;
import orgmemory.query.group.Group.Request;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Choices.Question;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** Whom the forms of groups are about: members to lead, in the order of their turns, and who wishes to join. */
@Component
class GroupPeople implements Choices {

    private final GroupReads reads;
    private final Names names;

    GroupPeople(GroupReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Override
    public Class<?> type() {
        return PersonId.class;
    }

    @Override
    public List<Choice> of(Question question) {
        var draft = question.draft();
        if (!draft.command().getPackage().equals(GroupId.class.getPackage())) {
            return List.of();
        }
        var called = names.in(draft.page().language());
        return groups(draft).flatMap(it -> people(it, draft))
                .distinct()
                .map(person -> new Choice(person.value(), called.of(person.subject())))
                .toList();
    }

    /** The group that the form names, else all of which it may be. */
    private Stream<Group> groups(Draft draft) {
        var id = draft.value("groupId");
        return reads.all(draft.page())
                .stream()
                .filter(it -> id.isEmpty() || it.groupId().value().equals(id))
                .filter(it -> new GroupActions(draft.page(), it).may(draft.command()));
    }

    private Stream<PersonId> people(Group it, Draft draft) {
        if (draft.of(ObjectToJoining.class) || draft.of(WithdrawJoiningObjection.class)) {
            return it.requests().stream().map(Request::personId);
        }
        if (draft.of(JoinLearningGroup.class)) {
            return reads.everybody(draft.page()).stream().filter(person -> it.inside(person).isEmpty());
        }
        if (LeadTurnCommand.class.isAssignableFrom(draft.command())) {
            Predicate<PersonId> leads = person -> person.equals(it.lead().present());
            return it.lead()
                    .turns()
                    .line()
                    .stream()
                    .filter(it::isMember)
                    .filter(draft.of(RotateLead.class) ? leads.negate() : _ -> true);
        }
        return Stream.concat(it.members().stream(), it.guests().stream()).map(Member::personId);
    }
}
