// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orgmemory.message.Command;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.MergeGroups;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupSessionMessages.ProposeGroupAgendaItem;
import orgmemory.message.group.GroupSessionMessages.RecordGroupSession;
import orgmemory.message.group.GroupSessionMessages.RecordLearningOutput;
import orgmemory.message.group.GroupSessionMessages.SetLearningGoal;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.LeadTurnMessages.SkipLeadTurn;
import orgmemory.message.group.LeadTurnMessages.SwapLeadTurn;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import orgmemory.query.group.Group.Charter;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.SpecialForm;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.States.State;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What the forms of groups begin with, and which of them are of use. */
@Component
class GroupForms implements SpecialForm {

    /** The fields that begin with whose turn is next. */
    private static final Map<Class<? extends Command>, String> NEXT = Map.of(RotateLead.class, "to",
            SwapLeadTurn.class, "one", SkipLeadTurn.class, "personId");

    private final GroupReads reads;
    private final Names names;

    GroupForms(GroupReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Set.of(JoinLearningGroup.class, LeaveGroup.class, EndGroupMembership.class,
                AgreeGroupCharter.class, ActivateGroup.class, ObjectToJoining.class,
                WithdrawJoiningObjection.class, RotateLead.class, SwapLeadTurn.class, SkipLeadTurn.class,
                PauseGroup.class, ResumeGroup.class, ConcludeGroup.class, MergeGroups.class,
                RecordGroupSession.class,
                ProposeGroupAgendaItem.class, SetLearningGoal.class, RecordLearningOutput.class);
    }

    @Override
    public boolean offered(Draft draft) {
        return group(draft).map(it -> may(it, draft)).orElse(true);
    }

    private boolean may(Group it, Draft draft) {
        return draft.of(MergeGroups.class)
                ? !reads.mergeable(it, draft.page()).isEmpty()
                : new GroupActions(draft.page(), it).may(draft.command());
    }

    /** Only keepers, who record the past, are asked who it was. */
    @Override
    public Set<String> completes(Draft draft) {
        return draft.of(JoinLearningGroup.class) && !draft.page().may("MEM")
                ? Set.of("personId")
                : Set.of();
    }

    @Override
    public Map<String, String> begin(Draft draft) {
        if (draft.of(AgreeGroupCharter.class)) {
            return group(draft).map(Group::charter).map(GroupForms::asItStands).orElseGet(Map::of);
        }
        if (draft.of(RecordGroupSession.class)) {
            return group(draft).map(GroupForms::allThere).orElseGet(Map::of);
        }
        var field = NEXT.get(draft.command());
        return field == null
                ? Map.of()
                : group(draft).flatMap(it -> reads.next(it, draft.page()))
                        .map(next -> Map.of(field, next.value()))
                        .orElseGet(Map::of);
    }

    /** Whoever was not there is taken out. */
    private static Map<String, String> allThere(Group it) {
        var there = new LinkedHashMap<String, String>();
        it.members()
                .forEach(each -> there.put("attendance[" + there.size() + "]", each.personId().value()));
        return there;
    }

    private static Map<String, String> asItStands(Charter charter) {
        var term = charter.termMonths();
        return Map.of("rules", charter.rules(), "method", charter.method().name(), "leadRotation",
                charter.leadRotation().name(), "termMonths", term == null ? "" : term.toString(), "joining",
                charter.joining().name());
    }

    private static boolean mayTakeIn(Group it, Draft draft) {
        return !it.groupId().value().equals(draft.value("groupId"))
                && new GroupActions(draft.page(), it).mayTakeIn();
    }

    private Optional<Group> group(Draft draft) {
        var id = draft.value("groupId");
        return id.isEmpty() ? Optional.empty() : reads.one(id, draft.page()).map(State::it);
    }

    @Bean
    Choices groupChoices() {
        return Choices.of(GroupId.class, question -> {
            var draft = question.draft();
            var called = names.in(draft.page().language());
            var all = reads.all(draft.page());
            return all.stream()
                    .filter(it -> question.field().equals("into")
                            ? mayTakeIn(it, draft)
                            : may(it, draft))
                    .map(it -> new Choice(it.groupId().value(), called.of(it.groupId().subject())))
                    .toList();
        });
    }
}
