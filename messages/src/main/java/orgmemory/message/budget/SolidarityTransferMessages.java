// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.REC;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command.Ends;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.Spoken;
import orgmemory.message.OfType;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.people.PersonId;

/** A solidarity transfer: a line carries what another cannot. */
public final class SolidarityTransferMessages {

    private SolidarityTransferMessages() {
    }

    public sealed interface SolidarityTransferCommand extends BudgetCommand {

        TransferId transferId();

        @Override
        default Subject entity() {
            return transferId().subject();
        }
    }

    public sealed interface SolidarityTransferEvent extends BudgetEvent {

        TransferId transferId();

        @Nullable
        RoundId roundId();

        LineId fromLineId();

        Subject to();

        long amountAgorot();

        /** What was said with it; null where nothing was. */
        default @Nullable String reason() {
            return null;
        }

        @Override
        default Subject entity() {
            return transferId().subject();
        }

        @Override
        default List<Subject> subjects() {
            var subjects = new ArrayList<>(List.of(entity(), fromLineId().subject(), to(), stream()));
            var round = roundId();
            if (round != null && !round.subject().equals(to())) {
                subjects.add(round.subject());
            }
            return List.copyOf(subjects);
        }
    }

    /** What a transfer does. The solidarity fund's grants come with the fund. */
    public enum TransferKind {
        /** Carries a part of another line's indicative share. */
        SHARE_ABSORPTION,
        /** Gives money to another line. */
        FUNDS,
        /** Covers a part of a round's gap. */
        GAP_COVER
    }

    /**
     * Offers help.
     *
     * @param fromLineId the line that gives; the offer comes from who is accountable for it
     * @param to         {@code line/…} that is helped, or {@code round/…} whose gap is covered
     * @param roundId    the round it belongs to; needed unless it gives funds
     * @param principles codes of the principles it follows
     */
    @Spoken
    @IssuedBy(OWN)
    public record OfferSolidarityTransfer(@NotNull BudgetYearId yearId, @NewId TransferId transferId,
            @NotNull TransferKind kind, @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @NotNull LineId fromLineId,
            @NotNull @OfType( {
                    RoundId.class, LineId.class}) Subject to,
            @Nullable RoundId roundId, @NotBlank @Size(max = 20_000) String why,
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 64) String> principles)
            implements
                SolidarityTransferCommand{
    }

    @StoredAs("budget.solidarity-offered")
    @CausedBy(OfferSolidarityTransfer.class)
    public record SolidarityTransferOffered(BudgetYearId yearId, TransferId transferId, TransferKind kind,
            long amountAgorot, LineId fromLineId, Subject to, @Nullable RoundId roundId, String why,
            List<String> principles) implements SolidarityTransferEvent {

        @Override
        public List<Subject> claims() {
            return List.of(entity());
        }
    }

    /** Accepts an offer: who is accountable for the line that is helped, or the recorder where a round is. */
    @Spoken
    @IssuedBy({OWN, REC})
    public record AcceptSolidarityTransfer(@NotNull BudgetYearId yearId, @NotNull TransferId transferId)
            implements
                SolidarityTransferCommand {
    }

    @StoredAs("budget.solidarity-accepted")
    @CausedBy(AcceptSolidarityTransfer.class)
    public record SolidarityTransferAccepted(BudgetYearId yearId, TransferId transferId,
            @Nullable RoundId roundId,
            LineId fromLineId, Subject to, long amountAgorot) implements SolidarityTransferEvent {
    }

    /** Declines an offer: whoever could accept it does. They need not say why. */
    @Spoken
    @IssuedBy({OWN, REC})
    public record DeclineSolidarityTransfer(@NotNull BudgetYearId yearId, @NotNull TransferId transferId,
            @Nullable @Size(max = 20_000) String reason) implements SolidarityTransferCommand {
    }

    @StoredAs("budget.solidarity-declined")
    @CausedBy(DeclineSolidarityTransfer.class)
    public record SolidarityTransferDeclined(BudgetYearId yearId, TransferId transferId,
            @Nullable RoundId roundId,
            LineId fromLineId, Subject to, long amountAgorot, @Nullable String reason)
            implements
                SolidarityTransferEvent {
    }

    /** Takes an offer back: who is accountable for the line that would give does, or who recorded it for them. */
    @Ends
    @Spoken
    @IssuedBy({OWN, REC})
    public record WithdrawSolidarityOffer(@NotNull BudgetYearId yearId, @NotNull TransferId transferId,
            @Nullable @Size(max = 20_000) String reason) implements SolidarityTransferCommand {
    }

    @StoredAs("budget.solidarity-withdrawn")
    @CausedBy(WithdrawSolidarityOffer.class)
    public record SolidarityOfferWithdrawn(BudgetYearId yearId, TransferId transferId,
            @Nullable RoundId roundId,
            LineId fromLineId, Subject to, long amountAgorot, @Nullable String reason)
            implements
                SolidarityTransferEvent {
    }

    /** The money has moved. Without a threshold this follows the acceptance at once. */
    @StoredAs("budget.solidarity-executed")
    @CausedBy(AcceptSolidarityTransfer.class)
    public record SolidarityTransferExecuted(BudgetYearId yearId, TransferId transferId,
            @Nullable RoundId roundId,
            LineId fromLineId, Subject to, long amountAgorot) implements SolidarityTransferEvent {
    }

    /**
     * Gives back what an executed transfer moved, or a part of it: the recorder does for all, or who is accountable for the
     * line that gave, with the word of who is accountable for the line that was helped.
     *
     * @param amountAgorot no more than is left of the transfer after earlier reversals
     * @param agreedBy     whose word the giver has; where the recorder says what was agreed, nobody's is needed
     */
    @Ends
    @Spoken
    @IssuedBy({REC, OWN})
    public record ReverseSolidarityTransfer(@NotNull BudgetYearId yearId, @NotNull TransferId transferId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @Nullable PersonId agreedBy, @NotBlank @Size(max = 20_000) String reason)
            implements
                SolidarityTransferCommand {
    }

    /**
     * What was moved has gone back, whole or in part.
     *
     * @param amountAgorot what was given back this time
     */
    @StoredAs("budget.solidarity-reversed")
    @CausedBy(ReverseSolidarityTransfer.class)
    public record SolidarityTransferReversed(BudgetYearId yearId, TransferId transferId,
            @Nullable RoundId roundId, LineId fromLineId, Subject to, long amountAgorot,
            @Nullable PersonId agreedBy, String reason) implements SolidarityTransferEvent {
    }
}
