// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import java.util.List;
import java.util.Set;
import orgmemory.message.Command;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.LeadRotation;
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
import orgmemory.message.people.PersonId;
import orgmemory.query.group.Group.GroupStage;
import orgmemory.query.screen.Page;
import org.jspecify.annotations.Nullable;

/** What the reader may do about a group now, as far as its state tells beforehand. Nothing in the past. */
public record GroupActions(Page page, Group it) {

    private static final int FEWEST = 3;
    private static final Set<Class<? extends Command>> TURNS = Set.of(SwapLeadTurn.class, SkipLeadTurn.class);
    private static final Set<Class<? extends Command>> OF_REQUESTS = Set.of(ObjectToJoining.class,
            WithdrawJoiningObjection.class);

    /** What begins, or one does for oneself, by name. */
    public List<String> ways() {
        return names(List.of(JoinLearningGroup.class, ActivateGroup.class, ResumeGroup.class));
    }

    /** What passes the lead on, or changes in which order. */
    public List<String> turns() {
        return names(List.of(RotateLead.class, SwapLeadTurn.class, SkipLeadTurn.class));
    }

    /** What the group does, as its members record it. */
    public List<String> works() {
        return names(List.of(RecordGroupSession.class, ProposeGroupAgendaItem.class, SetLearningGoal.class,
                RecordLearningOutput.class));
    }

    /** What ends something, for oneself or for all. */
    public List<String> ends() {
        return names(
                List.of(LeaveGroup.class, EndGroupMembership.class, PauseGroup.class, ConcludeGroup.class));
    }

    /** Whether the reader may agree the charter for all. */
    public boolean charter() {
        return may(AgreeGroupCharter.class);
    }

    /** Whether the reader may object to whoever wishes to join. */
    public boolean objects() {
        return may(ObjectToJoining.class);
    }

    /** Whether the reader is a member; a guest is none. */
    public boolean member() {
        return it.isMember(reader());
    }

    /** Whether the reader may merge another group, that they may end, into this one. */
    boolean mayTakeIn() {
        return !it.over() && (page.may("REC") || page.may("MEM") || member());
    }

    boolean may(Class<? extends Command> command) {
        if (page.past() || page.reader() == null) {
            return false;
        }
        if (command == LinkConsultation.class) {
            // Whom it served may be over.
            return true;
        }
        if (it.over()) {
            return false;
        }
        if (command == JoinLearningGroup.class) {
            return page.may("REC") || page.may("MEM")
                    || ((page.may("MGR") || page.may("PAR") || page.may("MM"))
                            && it.inside(reader()).isEmpty() && it.request(reader()).isEmpty());
        }
        if (command == LeaveGroup.class) {
            return page.may("REC") || it.inside(reader()).isPresent() || it.request(reader()).isPresent();
        }
        if (command == EndGroupMembership.class) {
            return page.may("MEM") && !it.members().isEmpty();
        }
        if (OF_REQUESTS.contains(command)) {
            return !it.requests().isEmpty() && (page.may("REC") || member());
        }
        return isOfUse(command) && (page.may("REC") || page.may("MEM") || member());
    }

    private boolean isOfUse(Class<? extends Command> command) {
        if (command == ActivateGroup.class) {
            return it.state() == GroupStage.FORMING && it.members().size() >= FEWEST;
        }
        if (command == ResumeGroup.class) {
            return it.state() == GroupStage.PAUSED;
        }
        if (command == RecordGroupSession.class && it.state() == GroupStage.PAUSED) {
            return false;
        }
        if (command == PauseGroup.class) {
            return it.state() == GroupStage.ACTIVE;
        }
        var charter = it.charter();
        return !it.members().isEmpty() && (!TURNS.contains(command)
                || (charter != null && charter.leadRotation() == LeadRotation.ROUND_ROBIN));
    }

    private @Nullable PersonId reader() {
        var reader = page.reader();
        return reader == null ? null : reader.id();
    }

    private List<String> names(List<Class<? extends Command>> commands) {
        return commands.stream().filter(this::may).<String>map(Class::getSimpleName).toList();
    }
}
