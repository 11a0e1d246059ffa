// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.PAR;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.Due;
import orgmemory.message.Id;
import orgmemory.message.IssuedBy;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupMessages.GroupCommand;
import orgmemory.message.group.GroupMessages.GroupEvent;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Who leads a group, and who is next. Whatever departs from its charter says why. */
public final class LeadTurnMessages {

    /** What is due at the end of a turn: that another leads. */
    static final String LEAD_TURN = "group.lead-turn";

    private LeadTurnMessages() {
    }

    public sealed interface LeadTurnCommand extends GroupCommand
            permits RotateLead, SwapLeadTurn, SkipLeadTurn {
    }

    public sealed interface LeadTurnEvent extends GroupEvent
            permits GroupLeadRotated, LeadTurnSwapped, LeadTurnSkipped {
    }

    /**
     * Passes the lead on, for the first time too.
     *
     * @param to     a member, never one of the managers' managers
     * @param reason why it is not whom the charter's rotation would have; else it may be left out
     */
    @Spoken
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record RotateLead(@NotNull GroupId groupId, @NotNull PersonId to,
            @Nullable @Size(max = 4_000) String reason) implements LeadTurnCommand {
    }

    /**
     * Another leads.
     *
     * @param from  who did before; null where nobody did
     * @param until the day on which the turn ends; null where the charter does not say
     */
    @StoredAs("group.lead-rotated")
    @CausedBy(RotateLead.class)
    public record GroupLeadRotated(GroupId groupId, @Nullable PersonId from, PersonId to,
            @Nullable String reason, @Nullable LocalDate until) implements LeadTurnEvent {

        @Override
        public List<Subject> subjects() {
            return Stream.concat(Stream.of(stream()),
                    Stream.concat(Stream.ofNullable(from), Stream.of(to)).map(Id::subject))
                    .toList();
        }

        @Override
        public List<Due> dues() {
            var dues = new ArrayList<Due>();
            if (from != null) {
                dues.add(Due.noMore(MembershipId.of(groupId, from).subject(), LEAD_TURN));
            }
            dues.add(new Due(MembershipId.of(groupId, to).subject(), LEAD_TURN, until));
            return List.copyOf(dues);
        }
    }

    /** Two change places in the order of turns. */
    @Spoken
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record SwapLeadTurn(@NotNull GroupId groupId, @NotNull PersonId one, @NotNull PersonId other,
            @NotBlank @Size(max = 4_000) String reason) implements LeadTurnCommand {
    }

    @StoredAs("group.lead-turn-swapped")
    @CausedBy(SwapLeadTurn.class)
    public record LeadTurnSwapped(GroupId groupId, PersonId one, PersonId other, String reason)
            implements
                LeadTurnEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), one.subject(), other.subject());
        }
    }

    /** Passes somebody over, this time: their turn comes again once another has led. Who is on leave is passed over anyway. */
    @Spoken
    @Command.SeenBefore
    @IssuedBy({MGR, PAR, MEM})
    public record SkipLeadTurn(@NotNull GroupId groupId, @NotNull PersonId personId,
            @NotBlank @Size(max = 4_000) String reason) implements LeadTurnCommand {
    }

    @StoredAs("group.lead-turn-skipped")
    @CausedBy(SkipLeadTurn.class)
    public record LeadTurnSkipped(GroupId groupId, PersonId personId, String reason)
            implements
                LeadTurnEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), personId.subject());
        }
    }
}
