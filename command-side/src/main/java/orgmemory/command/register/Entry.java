// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Event;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What one event says to the register.
 *
 * @param kind   what is said
 * @param key    of whom or what
 * @param holder who holds it, or what: the role, the kind of manager; null where the key says all
 * @param from   its first day
 * @param until  its last day; null without end
 */
record Entry(Kind kind, String key, @Nullable String holder, LocalDate from, @Nullable LocalDate until) {

    /** What the register knows. */
    enum Kind {
        PERSON, BODY, AREA, MANAGER, ACCOUNTABLE,
        /** Somebody may hold several roles on one day; of all else a key has one holder, the latest. */
        ROLE(true);

        private final boolean many;

        Kind() {
            this(false);
        }

        Kind(boolean many) {
            this.many = many;
        }

        boolean many() {
            return many;
        }
    }

    /** What an event of that day says. Most say nothing. */
    static List<Entry> registers(Event event, LocalDate day) {
        return switch (event) {
            case PersonRegistered person -> since(Kind.PERSON, person.personId(), null, day);
            case BodyRegistered body -> since(Kind.BODY, body.bodyId(), null, day);
            case ManagerAppointed manager -> since(Kind.MANAGER, manager.personId(), manager.kind(), day);
            case AreaEvent area -> registers(area, day);
            case RoleGranted grant -> List.of(new Entry(Kind.ROLE, grant.personId().value(),
                    grant.role().name(), grant.from(), grant.until()));
            default -> List.of();
        };
    }

    private static List<Entry> registers(AreaEvent event, LocalDate day) {
        return switch (event) {
            case ResponsibilityAreaOpened area -> since(Kind.AREA, area.areaId(), null, day);
            case AccountabilityAssigned assigned -> since(Kind.ACCOUNTABLE, assigned.areaId(),
                    assigned.managerId(), assigned.from());
        };
    }

    private static List<Entry> since(Kind kind, Object key, @Nullable Object holder, LocalDate day) {
        return List.of(new Entry(kind, key.toString(), holder == null ? null : holder.toString(), day, null));
    }
}
