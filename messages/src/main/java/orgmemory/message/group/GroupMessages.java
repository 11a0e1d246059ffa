// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Due;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupEndMessages.GroupEndCommand;
import orgmemory.message.group.GroupEndMessages.GroupEndEvent;
import orgmemory.message.group.GroupSessionMessages.GroupSessionCommand;
import orgmemory.message.group.GroupSessionMessages.GroupSessionEvent;
import orgmemory.message.group.LeadTurnMessages.LeadTurnCommand;
import orgmemory.message.group.LeadTurnMessages.LeadTurnEvent;
import orgmemory.message.group.MembershipMessages.MembershipCommand;
import orgmemory.message.group.MembershipMessages.MembershipEvent;
import org.jspecify.annotations.Nullable;

/** A learning group from its proposal on. All its members are equal, whatever kind of manager they are. */
public final class GroupMessages {

    /** What is due where a group has fewer than three members. */
    public static final String LAPSE = "group.lapse";

    private GroupMessages() {
    }

    public sealed interface GroupCommand extends Command
            permits
            ProposeLearningGroup,
            MembershipCommand,
            AgreeGroupCharter,
            ActivateGroup,
            LeadTurnCommand,
            GroupSessionCommand,
            GroupEndCommand {

        GroupId groupId();

        @Override
        default Subject stream() {
            return groupId().subject();
        }
    }

    public sealed interface GroupEvent extends Event
            permits
            LearningGroupProposed,
            MembershipEvent,
            GroupCharterAgreed,
            GroupActivated,
            LeadTurnEvent,
            GroupSessionEvent,
            GroupEndEvent {

        GroupId groupId();

        @Override
        default Subject stream() {
            return groupId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }

    /** How often a group means to meet. */
    public enum Rhythm {
        WEEKLY, FORTNIGHTLY, MONTHLY, EVERY_TWO_MONTHS,
        /** Whenever its members find it of use. */
        AS_NEEDED;

        /** When it means to meet next after a session of that day; empty where it does not say. */
        public Optional<LocalDate> after(LocalDate session) {
            return switch (this) {
                case WEEKLY -> Optional.of(session.plusWeeks(1));
                case FORTNIGHTLY -> Optional.of(session.plusWeeks(2));
                case MONTHLY -> Optional.of(session.plusMonths(1));
                case EVERY_TWO_MONTHS -> Optional.of(session.plusMonths(2));
                case AS_NEEDED -> Optional.empty();
            };
        }
    }

    /** How a group decides about itself. */
    public enum GroupMethod {
        /** Nobody objects. */
        CONSENT,
        /** All agree. */
        CONSENSUS, MAJORITY, SUPERMAJORITY,
        /** Who leads decides, once they have asked the others. */
        ADVICE
    }

    /** How the lead passes on. */
    public enum LeadRotation {
        /** It does not. */
        NONE,
        /** Who has led least recently is next. */
        ROUND_ROBIN,
        /** Who offers to. */
        VOLUNTEER,
        /** Whom the members elect. */
        ELECTED
    }

    /** How somebody becomes a member. */
    public enum Joining {
        /** By joining. */
        OPEN,
        /** By wishing to, where no member objects. */
        BY_CONSENT
    }

    /**
     * Proposes a group to learn in: managers at any stage of the forum, partners from the third one on. Whoever wants to be
     * in it joins then, who proposed it too.
     *
     * @param topic     what it is called by
     * @param relevance why it is worth learning
     */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record ProposeLearningGroup(@NewId GroupId groupId, @NotBlank @Size(max = 200) String topic,
            @NotBlank @Size(max = 4_000) String relevance, @NotNull Rhythm rhythm) implements GroupCommand {
    }

    /**
     * A group was proposed. Until somebody joins it has no members.
     *
     * @param lapsesOn the day on which it lapses unless it has three members before
     */
    @StoredAs("group.learning-group-proposed")
    @CausedBy(ProposeLearningGroup.class)
    public record LearningGroupProposed(GroupId groupId, String topic, String relevance, Rhythm rhythm,
            LocalDate lapsesOn) implements GroupEvent {

        @Override
        public List<String> names() {
            return List.of(topic);
        }

        @Override
        public List<Due> dues() {
            return List.of(Due.on(lapsesOn, stream(), LAPSE));
        }
    }

    /**
     * Says how the group manages itself, for the first time or anew: a member does, for all.
     *
     * @param rules        what the members promise each other
     * @param method       how they decide
     * @param leadRotation how the lead passes on
     * @param termMonths   how many months a turn lasts; left out where that is not agreed
     * @param joining      how somebody becomes a member from now on
     */
    @Spoken
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record AgreeGroupCharter(@NotNull GroupId groupId, @NotBlank @Size(max = 20_000) String rules,
            @NotNull GroupMethod method, @NotNull LeadRotation leadRotation,
            @Nullable @Positive @Max(24) Integer termMonths,
            @NotNull Joining joining) implements GroupCommand {
    }

    @StoredAs("group.charter-agreed")
    @CausedBy(AgreeGroupCharter.class)
    public record GroupCharterAgreed(GroupId groupId, String rules, GroupMethod method,
            LeadRotation leadRotation, @Nullable Integer termMonths, Joining joining) implements GroupEvent {
    }

    /** Begins, once there are three members. */
    @Spoken
    @IssuedBy({MGR, PAR, MEM})
    public record ActivateGroup(@NotNull GroupId groupId) implements GroupCommand {
    }

    @StoredAs("group.activated")
    @CausedBy(ActivateGroup.class)
    public record GroupActivated(GroupId groupId) implements GroupEvent {
    }
}
