// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.AcknowledgeFullView;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewAcknowledged;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
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
     * @param seenBy         who said that they have seen it, the first one first
     * @param released       the areas with which it has nothing open any more
     */
    public record Year(BudgetYearId yearId, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable Long forecastAgorot, @Nullable LocalDate fullViewOn, List<PersonId> seenBy,
            List<AreaId> released) {

        /** Whether it is time for the command, so that forms offer the year for it. */
        public boolean fits(Class<? extends Command> command, @Nullable Reader reader) {
            boolean seen = reader != null && seenBy.contains(reader.id())
                    && command == AcknowledgeFullView.class;
            return !seen && (fullViewOn != null || !List.of(OpenCutRound.class, AcknowledgeFullView.class)
                    .contains(command));
        }

        private Year opened(BudgetYearOpened event) {
            return new Year(yearId, event.from(), event.to(), forecastAgorot, fullViewOn, seenBy, released);
        }

        private Year expecting(long amountAgorot) {
            return new Year(yearId, from, to, amountAgorot, fullViewOn, seenBy, released);
        }

        private Year shown(LocalDate day) {
            return new Year(yearId, from, to, forecastAgorot, fullViewOn == null ? day : fullViewOn, seenBy,
                    released);
        }

        private Year released(AreaId area) {
            return released.contains(area)
                    ? this
                    : new Year(yearId, from, to, forecastAgorot, fullViewOn, seenBy,
                            Stream.concat(released.stream(), Stream.of(area)).toList());
        }

        private Year seen(PersonId person) {
            return seenBy.contains(person)
                    ? this
                    : new Year(yearId, from, to, forecastAgorot, fullViewOn,
                            Stream.concat(seenBy.stream(), Stream.of(person)).toList(), released);
        }
    }

    @Override
    public String name() {
        return "BudgetYears";
    }

    @Override
    public int version() {
        return 3;
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
            case FullViewAcknowledged acknowledged -> List.of(acknowledged.yearId().value());
            case AreaReleased released -> List.of(released.yearId().value());
            case PastMovementRecorded movement -> List.of();
        };
    }

    @Override
    public Year initial(String key) {
        return new Year(new BudgetYearId(key), null, null, null, null, List.of(), List.of());
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
            case BudgetYearOpened opened -> year.opened(opened);
            case RevenueForecastRecorded recorded -> year.expecting(recorded.amountAgorot());
            case FullViewPublished published -> year.shown(day);
            case FullViewAcknowledged acknowledged -> year.seen(acknowledged.personId());
            case AreaReleased released -> year.released(released.areaId());
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
