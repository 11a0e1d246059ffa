// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.REC;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.Command.Ends;
import orgmemory.message.IssuedBy;
import orgmemory.message.NewId;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;

/** A proposed cut, from its proposal to its acceptance, rejection or withdrawal. */
public final class BudgetCutMessages {

    private BudgetCutMessages() {
    }

    public sealed interface BudgetCutCommand extends BudgetCommand {

        CutId cutId();

        @Override
        default Subject entity() {
            return cutId().subject();
        }
    }

    public sealed interface BudgetCutEvent extends BudgetEvent {

        RoundId roundId();

        LineId lineId();

        CutId cutId();

        long amountAgorot();

        /** What was said with it; null where nothing was. */
        @Nullable
        String reason();

        @Override
        default Subject entity() {
            return cutId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(entity(), roundId().subject(), lineId().subject(), stream());
        }
    }

    /** Where the money of a proposed cut comes from. */
    public enum CutKind {
        OWN_LINE, OTHER_LINE, COMMON_LINE, RESERVE_DRAW, INCOME_INCREASE, DEFERRAL
    }

    /**
     * Proposes to cover a part of a round's gap.
     *
     * @param lineId              the line that is cut, or, for an increase of income, the line that brings it
     * @param amountAgorot        no more than the line has free, an increase of income excepted
     * @param reason              why
     * @param expectedConsequence what it will cost those concerned
     */
    @Spoken
    @IssuedBy({MGR, MM})
    public record ProposeBudgetCut(@NotNull BudgetYearId yearId, @NotNull RoundId roundId, @NewId CutId cutId,
            @NotNull CutKind kind, @NotNull LineId lineId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @NotBlank @Size(max = 20_000) String reason,
            @NotBlank @Size(max = 20_000) String expectedConsequence)
            implements
                BudgetCutCommand {
    }

    @StoredAs("budget.cut-proposed")
    @CausedBy(ProposeBudgetCut.class)
    public record BudgetCutProposed(BudgetYearId yearId, RoundId roundId, CutId cutId, CutKind kind,
            LineId lineId,
            long amountAgorot, String reason, String expectedConsequence) implements BudgetCutEvent {

        @Override
        public List<Subject> claims() {
            return List.of(entity());
        }
    }

    /**
     * Says a proposal anew, as long as it waits: its proposer does, or who recorded it for them. Round and line stay,
     * and where the money comes from.
     *
     * @param amountAgorot        no more than the line has free, an increase of income excepted
     * @param reason              why
     * @param expectedConsequence what it will cost those concerned
     */
    @Spoken
    @IssuedBy({MGR, MM, REC})
    public record AmendBudgetCut(@NotNull BudgetYearId yearId, @NotNull CutId cutId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @NotBlank @Size(max = 20_000) String reason,
            @NotBlank @Size(max = 20_000) String expectedConsequence)
            implements
                BudgetCutCommand {
    }

    @StoredAs("budget.cut-amended")
    @CausedBy(AmendBudgetCut.class)
    public record BudgetCutAmended(BudgetYearId yearId, RoundId roundId, LineId lineId, CutId cutId,
            long amountAgorot, String reason, String expectedConsequence) implements BudgetCutEvent {
    }

    /** Takes a proposal back: its proposer does, or who recorded it for them. */
    @Ends
    @Spoken
    @IssuedBy({MGR, MM, REC})
    public record WithdrawBudgetCut(@NotNull BudgetYearId yearId, @NotNull CutId cutId,
            @Nullable @Size(max = 20_000) String reason) implements BudgetCutCommand {
    }

    @StoredAs("budget.cut-withdrawn")
    @CausedBy(WithdrawBudgetCut.class)
    public record BudgetCutWithdrawn(BudgetYearId yearId, RoundId roundId, LineId lineId, CutId cutId,
            long amountAgorot, @Nullable String reason) implements BudgetCutEvent {
    }

    /** Records that the forum accepted a proposal. */
    @IssuedBy(REC)
    public record AcceptBudgetCut(@NotNull BudgetYearId yearId, @NotNull CutId cutId,
            @NotBlank @Size(max = 20_000) String reason) implements BudgetCutCommand {
    }

    @StoredAs("budget.cut-accepted")
    @CausedBy(AcceptBudgetCut.class)
    public record BudgetCutAccepted(BudgetYearId yearId, RoundId roundId, LineId lineId, CutId cutId,
            long amountAgorot, String reason) implements BudgetCutEvent {
    }

    /** Records that the forum did not accept a proposal. It stays in the record, with what the forum said. */
    @IssuedBy(REC)
    public record RejectBudgetCut(@NotNull BudgetYearId yearId, @NotNull CutId cutId,
            @NotBlank @Size(max = 20_000) String reason) implements BudgetCutCommand {
    }

    @StoredAs("budget.cut-rejected")
    @CausedBy(RejectBudgetCut.class)
    public record BudgetCutRejected(BudgetYearId yearId, RoundId roundId, LineId lineId, CutId cutId,
            long amountAgorot, String reason) implements BudgetCutEvent {
    }
}
