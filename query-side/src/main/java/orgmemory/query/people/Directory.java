// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.List;
import java.util.Map;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.ManagerKind;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;

/**
 * Everybody, in no order but that of names.
 *
 * @param kinds  how many managers of each kind there are
 * @param areas  those that are open, by what kind of work they hold
 * @param closed those that are closed
 * @param roles  who holds which role today
 * @param others managers of no area, and people without any role
 */
public record Directory(Map<ManagerKind, Integer> kinds, Map<AreaType, List<Area>> areas, List<Area> closed,
        Map<Capacity, List<Person>> roles, List<Person> others) {

    /** Whether nobody is known but those who keep the memory. */
    public boolean empty() {
        return areas.isEmpty() && closed.isEmpty() && kinds.isEmpty() && others.isEmpty()
                && roles.size() <= 1;
    }
}
