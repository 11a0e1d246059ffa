// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.budget;

import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import orgmemory.message.CausedBy;
import orgmemory.message.Command.Ends;
import orgmemory.message.IssuedBy;
import orgmemory.message.NaturalKey;
import orgmemory.message.NewId;
import orgmemory.message.Spoken;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;

/** The budget year as a whole: its opening, its forecast, its full view, and movements of earlier records. */
public final class BudgetYearMessages {

    /** No single amount is larger, in agorot: thousands of them can be summed without leaving what a number holds. */
    public static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

    private BudgetYearMessages() {
    }

    public sealed interface BudgetYearCommand extends BudgetCommand {
    }

    public sealed interface BudgetYearEvent extends BudgetEvent {

        @Override
        default List<Subject> subjects() {
            return List.of(stream());
        }
    }

    /**
     * Opens a budget year for construction.
     *
     * @param from first day of the year
     * @param to   last day of the year, after the first
     */
    @IssuedBy({BST, MEM})
    public record OpenBudgetYear(@NewId @NaturalKey BudgetYearId yearId, @NotNull LocalDate from,
            @NotNull LocalDate to)
            implements
                BudgetYearCommand {
    }

    @StoredAs("budget.year-opened")
    @CausedBy(OpenBudgetYear.class)
    public record BudgetYearOpened(BudgetYearId yearId, LocalDate from,
            LocalDate to) implements BudgetYearEvent {

        /** The calendar years that it is of: so people call it. */
        @Override
        public List<String> names() {
            return IntStream.of(from.getYear(), to.getYear()).distinct().mapToObj(Integer::toString).toList();
        }
    }

    /** Records what income is expected. The latest forecast counts. */
    @IssuedBy(BST)
    public record RecordRevenueForecast(@NotNull BudgetYearId yearId,
            @PositiveOrZero @Max(LARGEST_AMOUNT) long amountAgorot,
            @NotBlank @Size(max = 300) String source, @Nullable @Size(max = 300) String confidence)
            implements
                BudgetYearCommand {
    }

    @StoredAs("budget.forecast-recorded")
    @CausedBy(RecordRevenueForecast.class)
    public record RevenueForecastRecorded(BudgetYearId yearId, long amountAgorot, String source,
            @Nullable String confidence) implements BudgetYearEvent {
    }

    /** Shows everybody all lines and the forecast. No cut round opens before that. */
    @IssuedBy(BST)
    public record PublishFullView(@NotNull BudgetYearId yearId) implements BudgetYearCommand {
    }

    @StoredAs("budget.full-view-published")
    @CausedBy(PublishFullView.class)
    public record FullViewPublished(BudgetYearId yearId) implements BudgetYearEvent {
    }

    /** Says that one has seen all of it: every line, the forecast and what is lacking. Once a year. */
    @Spoken
    @IssuedBy(MGR)
    public record AcknowledgeFullView(@NotNull BudgetYearId yearId) implements BudgetYearCommand {
    }

    /**
     * Somebody has seen all of it.
     *
     * @param personId who
     */
    @StoredAs("budget.full-view-acknowledged")
    @CausedBy(AcknowledgeFullView.class)
    public record FullViewAcknowledged(BudgetYearId yearId, PersonId personId) implements BudgetYearEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), personId.subject());
        }
    }

    /**
     * Says that nothing is open any more between the year and an area: its lines have nothing free, and nothing waits for an
     * answer. The year takes nothing new of the area, which may be closed. A year that is over may have left something free.
     */
    @Ends
    @IssuedBy({BST, MEM})
    public record ReleaseArea(@NotNull BudgetYearId yearId, @NotNull AreaId areaId,
            @Nullable @Size(max = 20_000) String reason) implements BudgetYearCommand {
    }

    @StoredAs("budget.area-released")
    @CausedBy(ReleaseArea.class)
    public record AreaReleased(BudgetYearId yearId, AreaId areaId,
            @Nullable String reason) implements BudgetYearEvent {

        @Override
        public List<Subject> subjects() {
            return List.of(stream(), areaId.subject());
        }
    }

    /** What a movement of an earlier record did. */
    public enum MovementKind {
        CUT, CUT_TO_RESERVE, SURPLUS_CARRIED, ADDITION, TRANSFER, BETWEEN_SECTIONS, TO_RESERVE, FROM_RESERVE,
        RESERVE_ALLOCATION, CONVERSION
    }

    /**
     * One line of a movement.
     *
     * @param code         the line's code in its source
     * @param name         its name there
     * @param amountAgorot what the line gains, or loses where negative; 0 is allowed
     * @param lineId       the declared line of the budget year, where there is one; only such a line changes
     */
    public record MovementLine(@NotBlank @Size(max = 64) String code, @NotNull @Size(max = 300) String name,
            @Min(-LARGEST_AMOUNT) @Max(LARGEST_AMOUNT) long amountAgorot, @Nullable LineId lineId) {
    }

    /** Takes over a movement from an earlier record. It need not balance. */
    @IssuedBy(MEM)
    public record RecordPastMovement(@NotNull BudgetYearId yearId, @NewId MovementId movementId,
            @NotNull MovementKind kind, @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 300) String sourceReference,
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid MovementLine> lines)
            implements
                BudgetYearCommand {

        @Override
        public Subject entity() {
            return movementId.subject();
        }
    }

    @StoredAs("budget.past-movement-recorded")
    @CausedBy(RecordPastMovement.class)
    public record PastMovementRecorded(BudgetYearId yearId, MovementId movementId, MovementKind kind,
            String title,
            @Nullable String sourceReference, List<MovementLine> lines) implements BudgetYearEvent {

        @Override
        public Subject entity() {
            return movementId.subject();
        }

        @Override
        public List<Subject> subjects() {
            var subjects = new ArrayList<>(List.of(entity(), stream()));
            lines.stream()
                    .map(MovementLine::lineId)
                    .filter(line -> line != null)
                    .distinct()
                    .forEach(line -> subjects.add(line.subject()));
            return List.copyOf(subjects);
        }

        @Override
        public List<String> names() {
            return List.of(title);
        }

        @Override
        public List<Subject> claims() {
            return List.of(entity());
        }
    }
}
