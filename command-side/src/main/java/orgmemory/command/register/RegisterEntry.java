// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Event;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.GrantMessages.RoleRevoked;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import org.jspecify.annotations.Nullable;

/**
 * What one event says to the register.
 *
 * @param kind   what is said
 * @param key    of whom or what
 * @param holder who holds it, or what: the role, the kind of manager; null where the key says all
 * @param on     the day the event occurred on: entries take effect in the order of these days
 * @param from   its first day
 * @param until  its last day; null without end
 * @param ends   whether it says that the holding ends instead: {@code from} is the first day without
 */
record RegisterEntry(Kind kind, String key, @Nullable String holder, LocalDate on, LocalDate from,
        @Nullable LocalDate until, boolean ends) {

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
    static List<RegisterEntry> registers(Event event, LocalDate day) {
        return switch (event) {
            case PersonRegistered person -> since(Kind.PERSON, person.personId(), null, day);
            case BodyRegistered body -> since(Kind.BODY, body.bodyId(), null, day);
            case ManagerEvent manager -> registers(manager, day);
            case AreaEvent area -> registers(area, day);
            case GrantEvent grant -> registers(grant, day);
            default -> List.of();
        };
    }

    private static List<RegisterEntry> registers(ManagerEvent event, LocalDate day) {
        return switch (event) {
            case ManagerAppointed manager -> since(Kind.MANAGER, manager.personId(), manager.kind(), day);
            case ManagerAppointmentEnded ended ->
                List.of(new RegisterEntry(Kind.MANAGER, ended.personId().value(),
                        null, day, day, null, true));
        };
    }

    private static List<RegisterEntry> registers(GrantEvent event, LocalDate day) {
        return switch (event) {
            case RoleGranted grant -> List.of(new RegisterEntry(Kind.ROLE, grant.personId().value(),
                    grant.role().name(), day, grant.from(), grant.until(), false));
            case RoleRevoked revoked -> List.of(new RegisterEntry(Kind.ROLE, revoked.personId().value(),
                    revoked.role().name(), day, revoked.from(), null, true));
        };
    }

    private static List<RegisterEntry> registers(AreaEvent event, LocalDate day) {
        return switch (event) {
            case ResponsibilityAreaOpened area -> since(Kind.AREA, area.areaId(), null, day);
            case AccountabilityAssigned assigned -> accountable(assigned.areaId(), assigned.managerId(), day,
                    assigned.from());
            case AccountabilityHandedOver over -> accountable(over.areaId(), over.managerId(), day,
                    over.from());
        };
    }

    private static List<RegisterEntry> accountable(AreaId area, PersonId manager, LocalDate day,
            LocalDate from) {
        return List.of(
                new RegisterEntry(Kind.ACCOUNTABLE, area.value(), manager.value(), day, from, null, false));
    }

    private static List<RegisterEntry> since(Kind kind, Object key, @Nullable Object holder, LocalDate day) {
        return List.of(
                new RegisterEntry(kind, key.toString(), holder == null ? null : holder.toString(), day, day,
                        null, false));
    }
}
