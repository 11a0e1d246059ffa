// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.View;

/** A view with a mistake: it cannot take in an appointment. */
final class Fragile implements View<Fragile.Seen> {

    record Seen(long persons) {
    }

    @Override
    public String name() {
        return "Fragile";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Seen> stateType() {
        return Seen.class;
    }

    @Override
    public List<String> keys(Fact fact) {
        return fact.event() instanceof PersonRegistered || fact.event() instanceof ManagerAppointed
                ? List.of("all")
                : List.of();
    }

    @Override
    public Seen initial(String key) {
        return new Seen(0);
    }

    @Override
    public Seen evolve(Seen seen, Fact fact) {
        if (fact.event() instanceof ManagerAppointed) {
            throw new IllegalStateException("Appointments are too much");
        }
        return new Seen(seen.persons() + 1);
    }

    @Override
    public Subject entity(String key) {
        return Subject.of("only", key);
    }
}
