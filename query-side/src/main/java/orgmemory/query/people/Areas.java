// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is this area, and who has been accountable for it, from which day on? */
@Component
public final class Areas implements View<Areas.Area> {

    /** Somebody who became accountable, from a day on. */
    public record Holding(PersonId managerId, LocalDate from) {
    }

    /**
     * An area; its name and type are absent where its opening is not known.
     *
     * @param otherName     its name in the other language; absent where it has one name
     * @param holdings      in the order of their days
     * @param accountableId who is accountable on the day that is asked about
     * @param closedOn      the first day on which it is closed; absent while it is open
     */
    public record Area(AreaId areaId, @Nullable AreaType type, @Nullable String name,
            @Nullable String otherName, List<Holding> holdings, @Nullable PersonId accountableId,
            @Nullable LocalDate closedOn) {

        private Area opened(ResponsibilityAreaOpened event) {
            return new Area(areaId, event.type(), event.name(), event.otherName(), holdings, accountableId,
                    closedOn);
        }

        private Area renamed(AreaRenamed event) {
            return new Area(areaId, type, event.name(), event.otherName(), holdings, accountableId, closedOn);
        }

        /** Whoever was to be accountable later is not. */
        private Area closed(LocalDate day) {
            return new Area(areaId, type, name, otherName,
                    holdings.stream().filter(holding -> holding.from().isBefore(day)).toList(), accountableId,
                    day);
        }

        private Area held(PersonId managerId, LocalDate from) {
            var all = Stream.concat(holdings.stream(), Stream.of(new Holding(managerId, from)))
                    .sorted(comparing(Holding::from))
                    .toList();
            return new Area(areaId, type, name, otherName, all, accountableId, closedOn);
        }
    }

    @Override
    public String name() {
        return "Areas";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<Area> stateType() {
        return Area.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case AreaEvent event -> List.of(event.areaId().value());
            default -> List.of();
        };
    }

    @Override
    public Area initial(String key) {
        return new Area(new AreaId(key), null, null, null, List.of(), null, null);
    }

    @Override
    public Area evolve(Area area, Fact fact) {
        return switch (fact.event()) {
            case AreaEvent event -> evolve(area, event, fact.day());
            default -> area;
        };
    }

    private static Area evolve(Area area, AreaEvent event, LocalDate day) {
        return switch (event) {
            case ResponsibilityAreaOpened opened -> area.opened(opened);
            case AreaRenamed renamed -> area.renamed(renamed);
            case AccountabilityAssigned assigned -> area.held(assigned.managerId(), assigned.from());
            case AccountabilityHandedOver over -> area.held(over.managerId(), over.from());
            case AreaClosed closed -> area.closed(day);
        };
    }

    /** Leaves out who is not accountable yet on the day; of the others the last one is. */
    @Override
    public Area at(Area area, LocalDate day) {
        var begun = area.holdings().stream().filter(holding -> !holding.from().isAfter(day)).toList();
        return new Area(area.areaId(), area.type(), area.name(), area.otherName(), begun,
                accountable(begun, area.closedOn()), area.closedOn());
    }

    private static @Nullable PersonId accountable(List<Holding> begun, @Nullable LocalDate closedOn) {
        var last = begun.isEmpty() ? null : begun.getLast();
        return last == null || (closedOn != null && last.from().isBefore(closedOn)) ? null : last.managerId();
    }

    @Override
    public List<Column<Area>> columns() {
        return List.of(Column.text("type", area -> area.type() == null ? null : area.type().name()));
    }

    @Override
    public Subject entity(String key) {
        return new AreaId(key).subject();
    }
}
