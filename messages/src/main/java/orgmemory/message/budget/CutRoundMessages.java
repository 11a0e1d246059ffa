// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MGR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.IssuedBy;
import orgmemory.message.NaturalKey;
import orgmemory.message.NewId;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.people.PersonId;

/** A cut round: the forum agrees how to cover a required cut. */
public final class CutRoundMessages {

    private CutRoundMessages() {
    }

    public sealed interface CutRoundCommand extends BudgetCommand {

        RoundId roundId();

        @Override
        default Subject entity() {
            return roundId().subject();
        }
    }

    public sealed interface CutRoundEvent extends BudgetEvent {

        RoundId roundId();

        @Override
        default Subject entity() {
            return roundId().subject();
        }

        @Override
        default List<Subject> subjects() {
            return List.of(entity(), stream());
        }
    }

    /** Opens a round after the full view has been published. It may stand without an agreement on principles. */
    @IssuedBy({MGR, BST})
    public record OpenCutRound(@NotNull BudgetYearId yearId, @NewId @NaturalKey RoundId roundId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long requiredAgorot,
            @NotBlank @Size(max = 20_000) String cause) implements CutRoundCommand {
    }

    /**
     * A round is open.
     *
     * @param roll the managers of that day, who take part; frozen here
     */
    @StoredAs("budget.cut-round-opened")
    @CausedBy(OpenCutRound.class)
    public record CutRoundOpened(BudgetYearId yearId, RoundId roundId, long requiredAgorot, String cause,
            List<PersonId> roll) implements CutRoundEvent {

        @Override
        public List<Subject> claims() {
            return List.of(entity());
        }
    }

    /** Says that another sum is required than before. Shares that were proposed lapse: they have to be set anew. */
    @IssuedBy({MGR, BST})
    public record AdjustRequiredCut(@NotNull BudgetYearId yearId, @NotNull RoundId roundId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long requiredAgorot,
            @NotBlank @Size(max = 20_000) String reason) implements CutRoundCommand {
    }

    @StoredAs("budget.required-cut-adjusted")
    @CausedBy(AdjustRequiredCut.class)
    public record RequiredCutAdjusted(BudgetYearId yearId, RoundId roundId, long requiredAgorot,
            String reason) implements CutRoundEvent {
    }

    /** What a line is proposed to carry. */
    public record IndicativeShare(@NotNull LineId lineId,
            @Positive @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot) {
    }

    /**
     * Proposes how the required cut could be shared. Binds nobody.
     *
     * @param shares       by line, each line once
     * @param incomeAgorot what more income is hoped to cover; all shares and this sum to what is required
     */
    @IssuedBy(BST)
    public record SetIndicativeShares(@NotNull BudgetYearId yearId, @NotNull RoundId roundId,
            @NotNull @Size(max = 1000) List<@NotNull @Valid IndicativeShare> shares,
            @PositiveOrZero @Max(BudgetYearMessages.LARGEST_AMOUNT) long incomeAgorot)
            implements
                CutRoundCommand {
    }

    @StoredAs("budget.indicative-shares-set")
    @CausedBy(SetIndicativeShares.class)
    public record IndicativeSharesSet(BudgetYearId yearId, RoundId roundId, List<IndicativeShare> shares,
            long incomeAgorot) implements CutRoundEvent {

        @Override
        public List<Subject> subjects() {
            var subjects = new ArrayList<>(List.of(entity(), stream()));
            shares.forEach(share -> subjects.add(share.lineId().subject()));
            return List.copyOf(subjects);
        }
    }
}
