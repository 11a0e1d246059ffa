// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import orgmemory.query.screen.Topic;

/** Who takes part, who answers for what, and in which roles. */
@Component
@Order(1)
final class PeopleTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("people", "/people", "users"));
    }

    @Override
    public Map<String, String> places() {
        return Map.of("person", "/people/", "area", "/areas/");
    }

    @Override
    public Map<String, String> sharedPlaces() {
        return Map.of("manager", "/people/", "access-grant", "/people/", "account", "/people/");
    }

    @Override
    public List<FirstStep> firstSteps() {
        return List.of(step("institute", RegisterInstitute.class, 1), step("person", RegisterPerson.class, 2),
                step("manager", AppointManager.class, 1), step("area", OpenArea.class, 1),
                step("accountable", AssignAccountableManager.class, 1), step("role", GrantRole.class, 2));
    }

    private static FirstStep step(String name, Class<? extends Command> command, int times) {
        return new FirstStep(name, command, times, Capacity.MEM, "/people");
    }
}
