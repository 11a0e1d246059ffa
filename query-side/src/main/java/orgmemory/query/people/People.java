// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.LeaveEnded;
import orgmemory.message.people.ManagerMessages.LeaveStarted;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonEvent;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is this, what do they manage, and which roles do they hold that day? The only view that holds names. */
@Component
public final class People implements View<People.Person> {

    /**
     * An area the person became accountable for, from a day on, and the last day where it was handed over by them. Where
     * the record was put right in between, the area itself tells: {@link Areas}.
     */
    public record Area(AreaId areaId, LocalDate from, @Nullable LocalDate until) implements Tenure<Area> {

        @Override
        public Area endingOn(LocalDate day) {
            return new Area(areaId, from, day);
        }
    }

    /** A role, from its first to its last day; without end where {@code until} is absent. */
    public record Role(Capacity role, LocalDate from, @Nullable LocalDate until) implements Tenure<Role> {

        @Override
        public Role endingOn(LocalDate day) {
            return new Role(role, from, day);
        }
    }

    /**
     * A person as far as the memory knows them: kind, tenure and time share only as long as they manage.
     *
     * @param leaves those under way and to come
     */
    public record Person(PersonId personId, @Nullable String name, @Nullable String latinName,
            @Nullable ManagerKind kind, @Nullable LocalDate tenureStart, @Nullable Integer timeSharePercent,
            List<Area> areas, List<Role> roles, List<Leave> leaves) {

        /** The name as readers of a language know it: in Latin letters for all but Hebrew, where there is one. */
        public @Nullable String calledIn(Locale language) {
            return latinName == null || language.getLanguage().equals("he") ? name : latinName;
        }

        /** Whether they are on leave on the day. */
        public boolean onLeave(LocalDate day) {
            return !Tenure.on(day, leaves).isEmpty();
        }

        private Person named(String newName, @Nullable String newLatinName) {
            return new Person(personId, newName, newLatinName, kind, tenureStart, timeSharePercent, areas,
                    roles, leaves);
        }

        private Person appointed(ManagerAppointed event) {
            return new Person(personId, name, latinName, event.kind(), event.tenureStart(),
                    event.timeSharePercent(), areas, roles, leaves);
        }

        private Person ended(LocalDate day) {
            return new Person(personId, name, latinName, null, null, null, areas, roles, leaves).back(day);
        }

        private Person back(LocalDate from) {
            return onLeave(Tenure.ending(_ -> true, from, leaves));
        }

        private Person onLeave(List<Leave> newLeaves) {
            return new Person(personId, name, latinName, kind, tenureStart, timeSharePercent, areas, roles,
                    newLeaves);
        }

        private Person answeringNoMore(AreaId areaId, LocalDate from) {
            return holding(Tenure.ending(area -> area.areaId().equals(areaId), from, areas), roles);
        }

        private Person holding(List<Area> newAreas, List<Role> newRoles) {
            return new Person(personId, name, latinName, kind, tenureStart, timeSharePercent, newAreas,
                    newRoles, leaves);
        }
    }

    private static final Comparator<Area> BY_AREA = comparing((Area area) -> area.areaId().value())
            .thenComparing(Area::from)
            .thenComparing(Area::until, nullsLast(naturalOrder()));

    private static final Comparator<Role> BY_ROLE = comparing(Role::role).thenComparing(Role::from)
            .thenComparing(Role::until, nullsLast(naturalOrder()));

    @Override
    public String name() {
        return "People";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<Person> stateType() {
        return Person.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return switch (fact.event()) {
            case PersonEvent event -> List.of(event.personId().value());
            case ManagerEvent event -> List.of(event.personId().value());
            case GrantEvent event -> List.of(event.personId().value());
            case AccountabilityAssigned assigned -> List.of(assigned.managerId().value());
            case AccountabilityHandedOver over -> Stream.of(over.previousManagerId(), over.managerId())
                    .map(PersonId::value)
                    .distinct()
                    .toList();
            case AreaClosed closed when closed.previousManagerId() != null ->
                List.of(closed.previousManagerId().value());
            default -> List.of();
        };
    }

    @Override
    public Person initial(String key) {
        return new Person(new PersonId(key), null, null, null, null, null, List.of(), List.of(),
                List.of());
    }

    @Override
    public Person evolve(Person person, Fact fact) {
        return switch (fact.event()) {
            case PersonEvent event -> evolve(person, event);
            case ManagerEvent event -> evolve(person, event, fact.day());
            case GrantEvent event -> evolve(person, event);
            case AccountabilityAssigned assigned -> accountable(person,
                    new Area(assigned.areaId(), assigned.from(), null));
            case AccountabilityHandedOver over -> evolve(person, over);
            case AreaClosed closed -> person.answeringNoMore(closed.areaId(), fact.day());
            default -> person;
        };
    }

    private static Person evolve(Person person, PersonEvent event) {
        return switch (event) {
            case PersonRegistered registered -> person.named(registered.name(), registered.latinName());
        };
    }

    private static Person evolve(Person person, ManagerEvent event, LocalDate day) {
        return switch (event) {
            case ManagerAppointed appointed -> person.appointed(appointed);
            case ManagerAppointmentEnded ended -> person.ended(day);
            case LeaveStarted leave -> person.onLeave(Tenure.with(new Leave(leave.from(), leave.until()),
                    person.leaves(), naturalOrder()));
            case LeaveEnded ended -> person.back(ended.from());
        };
    }

    private static Person evolve(Person person, GrantEvent event) {
        return switch (event) {
            case RoleGranted granted -> person.holding(person.areas(), Tenure.with(
                    new Role(granted.role(), granted.from(), granted.until()), person.roles(), BY_ROLE));
            case RoleRevoked revoked -> person.holding(person.areas(), Tenure.ending(
                    role -> role.role() == revoked.role(), revoked.from(), person.roles()));
        };
    }

    private static Person evolve(Person person, AccountabilityHandedOver over) {
        return over.managerId().equals(person.personId())
                ? accountable(person, new Area(over.areaId(), over.from(), null))
                : person.answeringNoMore(over.areaId(), over.from());
    }

    private static Person accountable(Person person, Area area) {
        return person.holding(Tenure.with(area, person.areas(), BY_AREA), person.roles());
    }

    /** Leaves out areas and roles that are not held yet on the day, or not any more, and leaves that are over. */
    @Override
    public Person at(Person person, LocalDate day) {
        return person.holding(Tenure.on(day, person.areas()), Tenure.on(day, person.roles()))
                .onLeave(Tenure.notOver(day, person.leaves()));
    }

    @Override
    public List<Column<Person>> columns() {
        return List.of(
                Column.text("kind", person -> person.kind() == null ? null : person.kind().name()),
                Column.day("tenureStart", Person::tenureStart));
    }

    @Override
    public Subject entity(String key) {
        return new PersonId(key).subject();
    }
}
