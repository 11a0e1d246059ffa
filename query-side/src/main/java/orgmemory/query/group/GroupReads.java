// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.group;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.springframework.stereotype.Component;

/** Reads groups at the moment that a page is about. */
@Component
class GroupReads {

    private final States states;
    private final Groups groups;

    GroupReads(States states, Groups groups) {
        this.states = states;
        this.groups = groups;
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
}
