// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.StageMessages;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.States;

/** Reads people and areas at the moment of a page, in the order of their names in its language. */
@Component
final class PeopleReads {

    private final States states;
    private final People people;
    private final Areas areas;
    private final ForumStages stages;
    private final Names names;

    PeopleReads(States states, People people, Areas areas, ForumStages stages, Names names) {
        this.states = states;
        this.people = people;
        this.areas = areas;
        this.stages = stages;
        this.names = names;
    }

    Directory directory(Page page) {
        var everybody = people(page);
        var all = areas(page);
        var byType = new TreeMap<AreaType, List<Area>>();
        var open = all.stream().filter(area -> area.closedOn() == null).toList();
        open.forEach(area -> byType
                .computeIfAbsent(Objects.requireNonNullElse(area.type(), AreaType.DOMAIN),
                        type -> new ArrayList<>())
                .add(area));
        var closed = all.stream().filter(area -> area.closedOn() != null).toList();
        return new Directory(kinds(everybody), byType, closed, roles(everybody), everybody.stream()
                .filter(person -> all.stream()
                        .noneMatch(area -> person.personId().equals(area.accountableId()))
                        && (person.kind() != null || person.roles().isEmpty()))
                .toList());
    }

    private static Map<ManagerKind, Integer> kinds(List<Person> everybody) {
        return everybody.stream()
                .flatMap(person -> Stream.ofNullable(person.kind()))
                .collect(groupingBy(kind -> kind, () -> new EnumMap<>(ManagerKind.class),
                        summingInt(kind -> 1)));
    }

    private static Map<Capacity, List<Person>> roles(List<Person> everybody) {
        var roles = new EnumMap<Capacity, List<Person>>(Capacity.class);
        for (var person : everybody) {
            person.roles()
                    .stream()
                    .map(People.Role::role)
                    .distinct()
                    .forEach(role -> roles.computeIfAbsent(role, it -> new ArrayList<>()).add(person));
        }
        return roles;
    }

    /** The stage of the forum; empty where none was told. */
    Optional<ForumStages.Stage> stage(Page page) {
        return states.one(stages, StageMessages.FORUM.id(), page.point()).map(States.State::it);
    }

    List<Person> people(Page page) {
        var order = order(page);
        return states.all(people, Map.of(), null, page.point())
                .stream()
                .map(States.State::it)
                .sorted(Comparator.comparing(
                        person -> names.in(page.language()).of(person.personId().subject()),
                        order))
                .toList();
    }

    List<Area> areas(Page page) {
        var order = order(page);
        return states.all(areas, Map.of(), null, page.point())
                .stream()
                .map(States.State::it)
                .sorted(Comparator.comparing(area -> names.in(page.language()).of(area.areaId().subject()),
                        order))
                .toList();
    }

    /** What somebody is accountable for; a person's own facts do not tell when somebody else took over. */
    List<Area> areasOf(Person person, Page page) {
        return areas(page).stream().filter(area -> person.personId().equals(area.accountableId())).toList();
    }

    Optional<Person> person(String id, Page page) {
        return states.one(people, id, page.point()).map(States.State::it);
    }

    Optional<Area> area(String id, Page page) {
        return states.one(areas, id, page.point()).map(States.State::it);
    }

    /** As readers of the language look things up. */
    private static Comparator<Object> order(Page page) {
        return Collator.getInstance(page.language());
    }
}
