// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import orgmemory.message.Capacity;
import orgmemory.message.Id;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
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
public record RegisterEntry(Kind kind, String key, @Nullable String holder, LocalDate on, LocalDate from,
        @Nullable LocalDate until, boolean ends) {

    /** What the register knows. */
    public enum Kind {
        /** That something exists, whatever it is: the key is its subject. */
        EXISTS,
        /** Of what kind a manager somebody is. */
        MANAGER,
        /** Who answers for an area. */
        ACCOUNTABLE,
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

    /** Something exists from the day on. */
    public static RegisterEntry exists(Id id, LocalDate day) {
        return since(Kind.EXISTS, id.subject().toString(), null, day);
    }

    /** A person manages from the day on. */
    public static RegisterEntry manages(PersonId person, ManagerKind kind, LocalDate day) {
        return since(Kind.MANAGER, person.value(), kind.name(), day);
    }

    /** A person manages no more from the day on. */
    public static RegisterEntry managesNoMore(PersonId person, LocalDate day) {
        return new RegisterEntry(Kind.MANAGER, person.value(), null, day, day, null, true);
    }

    /** A person holds a role. */
    public static RegisterEntry holds(PersonId person, Capacity role, LocalDate day, LocalDate from,
            @Nullable LocalDate until) {
        return new RegisterEntry(Kind.ROLE, person.value(), role.name(), day, from, until, false);
    }

    /** A person does not hold a role from then on. */
    public static RegisterEntry holdsNoMore(PersonId person, Capacity role, LocalDate day, LocalDate from) {
        return new RegisterEntry(Kind.ROLE, person.value(), role.name(), day, from, null, true);
    }

    /** A person answers for an area. */
    public static RegisterEntry accountable(AreaId area, PersonId person, LocalDate day, LocalDate from) {
        return new RegisterEntry(Kind.ACCOUNTABLE, area.value(), person.value(), day, from, null, false);
    }

    private static RegisterEntry since(Kind kind, String key, @Nullable String holder, LocalDate day) {
        return new RegisterEntry(kind, key, holder, day, day, null, false);
    }
}
