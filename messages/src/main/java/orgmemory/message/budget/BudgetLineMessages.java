// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.OWN;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import orgmemory.message.CausedBy;
import orgmemory.message.IssuedBy;
import orgmemory.message.NaturalKey;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import orgmemory.message.Texts;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;

/** A line of a budget year. It belongs to an area, or is common to all. */
public final class BudgetLineMessages {

    private BudgetLineMessages() {
    }

    public sealed interface BudgetLineCommand extends BudgetCommand {

        LineId lineId();

        @Override
        default Subject entity() {
            return lineId().subject();
        }
    }

    public sealed interface BudgetLineEvent extends BudgetEvent {

        LineId lineId();

        /** What the line is drafted to hold from here on. */
        long amountAgorot();

        /** Why; null where nothing was said. */
        @Nullable
        String reason();

        @Override
        default Subject entity() {
            return lineId().subject();
        }
    }

    /**
     * Drafts a line.
     *
     * @param lineId the year's id, a colon and the line's own: {@code BY2017:D4}
     * @param areaId     the area it belongs to; none for a common line
     * @param otherTitle its title in the other language, Hebrew or English, where it has one
     */
    @IssuedBy({OWN, BST})
    public record DraftBudgetLine(@NotNull BudgetYearId yearId, @NotNull @NaturalKey LineId lineId,
            @Nullable AreaId areaId,
            @NotBlank @Size(max = 300) String title, @Nullable @Size(max = 300) String otherTitle,
            @PositiveOrZero @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @Nullable @Size(max = 20_000) String reason) implements BudgetLineCommand {

        public DraftBudgetLine(BudgetYearId yearId, LineId lineId, @Nullable AreaId areaId, String title,
                long amountAgorot, @Nullable String reason) {
            this(yearId, lineId, areaId, title, null, amountAgorot, reason);
        }
    }

    @StoredAs(value = "budget.line-drafted", revision = 2)
    @CausedBy(DraftBudgetLine.class)
    public record BudgetLineDrafted(BudgetYearId yearId, LineId lineId, @Nullable AreaId areaId, String title,
            @Nullable String otherTitle, long amountAgorot,
            @Nullable String reason) implements BudgetLineEvent {

        public BudgetLineDrafted(BudgetYearId yearId, LineId lineId, @Nullable AreaId areaId, String title,
                long amountAgorot, @Nullable String reason) {
            this(yearId, lineId, areaId, title, null, amountAgorot, reason);
        }

        @Override
        public List<String> names() {
            return Texts.present(title, otherTitle);
        }

        @Override
        public List<Subject> subjects() {
            return areaId == null
                    ? List.of(entity(), stream())
                    : List.of(entity(), stream(), areaId.subject());
        }
    }

    /**
     * Drafts a line anew.
     *
     * @param title      the line's new title; it keeps the one it has where none is given
     * @param otherTitle the same in the other language; where neither is given it keeps both
     */
    @IssuedBy({OWN, BST})
    public record ReviseLineDraft(@NotNull BudgetYearId yearId, @NotNull LineId lineId,
            @PositiveOrZero @Max(BudgetYearMessages.LARGEST_AMOUNT) long amountAgorot,
            @Nullable @Size(max = 300) String title, @Nullable @Size(max = 300) String otherTitle,
            @NotBlank @Size(max = 20_000) String reason) implements BudgetLineCommand {
    }

    @StoredAs(value = "budget.line-draft-revised", revision = 2)
    @CausedBy(ReviseLineDraft.class)
    public record BudgetLineDraftRevised(BudgetYearId yearId, LineId lineId, long amountAgorot,
            @Nullable String title, @Nullable String otherTitle, String reason) implements BudgetLineEvent {

        @Override
        public List<String> names() {
            return Texts.present(title, otherTitle);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(entity(), stream());
        }
    }
}
