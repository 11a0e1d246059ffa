// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import orgmemory.message.Capacity;
import orgmemory.message.group.GroupEndMessages.MergeGroups;
import orgmemory.message.group.GroupId;
import orgmemory.message.people.PersonId;
import orgmemory.query.people.People;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.springframework.stereotype.Component;

/** Reads groups at the moment that a page is about. */
@Component
class GroupReads {

    private final States states;
    private final Groups groups;
    private final People people;

    GroupReads(States states, Groups groups, People people) {
        this.states = states;
        this.groups = groups;
        this.people = people;
    }

    /** A group; empty where there was none, or it was not known, then. */
    Optional<State<Group>> one(String id, Page page) {
        return states.one(groups, id, page.point());
    }

    /** All groups, by what they are called: none before another. */
    List<Group> all(Page page) {
        return states.all(groups, Map.of(), null, page.point())
                .stream()
                .map(State::it)
                .sorted(comparing(Group::topic, nullsLast(naturalOrder())))
                .toList();
    }

    /** Those that were merged into the group, by what they were called. */
    List<GroupId> merged(Group it, Page page) {
        return all(page).stream()
                .filter(other -> other.ending() != null && it.groupId().equals(other.ending().into()))
                .map(Group::groupId)
                .toList();
    }

    /** Those that the reader may merge the group into, as far as that is known beforehand. */
    List<Group> mergeable(Group it, Page page) {
        return new GroupActions(page, it).may(MergeGroups.class)
                ? all(page).stream()
                        .filter(other -> !other.groupId().equals(it.groupId()))
                        .filter(other -> new GroupActions(page, other).mayTakeIn())
                        .toList()
                : List.of();
    }

    /** Everybody who is known. */
    List<PersonId> everybody(Page page) {
        return states.all(people, Map.of(), null, page.point())
                .stream()
                .map(state -> state.it().personId())
                .toList();
    }

    /** Whose turn to lead is next, of the members who are there that day; empty where nobody's is. */
    Optional<PersonId> next(Group it, Page page) {
        return it.over()
                ? Optional.empty()
                : it.lead()
                        .turns()
                        .next(person -> !person.equals(it.lead().present()) && it.isMember(person)
                                && mayLead(person, page));
    }

    private boolean mayLead(PersonId id, Page page) {
        return states.one(people, id.value(), page.point())
                .map(State::it)
                .filter(person -> !person.onLeave(page.day()) && !isManagersManager(person))
                .isPresent();
    }

    private static boolean isManagersManager(Person person) {
        return person.roles().stream().anyMatch(role -> role.role() == Capacity.MM);
    }
}
