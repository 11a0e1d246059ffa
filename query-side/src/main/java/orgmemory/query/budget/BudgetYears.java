// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import orgmemory.query.screen.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which days is this budget year about, what income is expected, and since when could everybody see all of it? */
@Component
public final class BudgetYears implements View<BudgetYears.Year> {

    /**
     * A budget year; its days are absent where its opening is not known.
     *
     * @param forecastAgorot the latest forecast; absent before the first
     * @param fullViewOn     absent until the full view was published
     */
    public record Year(BudgetYearId yearId, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable Long forecastAgorot, @Nullable LocalDate fullViewOn) {

        /** Whether it is time for the command, so that forms offer the year for it. */
        public boolean fits(Class<? extends Command> command, @Nullable Reader reader) {
            return command != OpenCutRound.class || fullViewOn != null;
        }
    }

    @Override
    public String name() {
        return "BudgetYears";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Year> stateType() {
        return Year.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case BudgetYearEvent event -> keys(event);
            default -> List.of();
        };
    }

    private static List<String> keys(BudgetYearEvent event) {
        return switch (event) {
            case BudgetYearOpened opened -> List.of(opened.yearId().value());
            case RevenueForecastRecorded recorded -> List.of(recorded.yearId().value());
            case FullViewPublished published -> List.of(published.yearId().value());
            case PastMovementRecorded movement -> List.of();
        };
    }

    @Override
    public Year initial(String key) {
        return new Year(new BudgetYearId(key), null, null, null, null);
    }

    @Override
    public Year evolve(Year year, Fact fact) {
        return switch (fact.event()) {
            case BudgetYearEvent event -> evolve(year, event, fact.day());
            default -> year;
        };
    }

    private static Year evolve(Year year, BudgetYearEvent event, LocalDate day) {
        return switch (event) {
            case BudgetYearOpened opened -> new Year(year.yearId(), opened.from(), opened.to(),
                    year.forecastAgorot(), year.fullViewOn());
            case RevenueForecastRecorded recorded -> new Year(year.yearId(), year.from(), year.to(),
                    recorded.amountAgorot(), year.fullViewOn());
            case FullViewPublished published -> new Year(year.yearId(), year.from(), year.to(),
                    year.forecastAgorot(), year.fullViewOn() == null ? day : year.fullViewOn());
            case PastMovementRecorded movement -> year;
        };
    }

    @Override
    public List<Column<Year>> columns() {
        return List.of(Column.day("from", Year::from));
    }

    @Override
    public Subject entity(String key) {
        return new BudgetYearId(key).subject();
    }
}
