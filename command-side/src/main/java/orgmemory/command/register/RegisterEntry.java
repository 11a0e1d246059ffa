// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import orgmemory.message.Capacity;
import orgmemory.message.Due;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.StageMessages;
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
        /** In which stage the forum is: there is one key. */
        STAGE,
        /** When a manager is on leave. */
        LEAVE(true),
        /** Who answers for an area. */
        ACCOUNTABLE,
        /** That something has come to its end: the key is its subject. */
        CLOSED,
        /** What still counts on something, by the subjects of both: it is not closed before. */
        USED(true),
        /** What is to be done by a day: the day said last counts, whenever it is. */
        DUE,
        /** Of which groups somebody is a member. */
        MEMBER(true),
        /** That a consultation heard somebody, or waited for them: the key is the two ids, as of an advice. */
        CONSULTED,
        /** What consultations served: the key is its subject, and each of them a holder. */
        SERVED(true),
        /** Which roles somebody holds. Of all that is said so there may be several; of all else one, the latest. */
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

    /** The forum is in a stage from the day on. */
    public static RegisterEntry stage(DevelopmentStage stage, LocalDate day) {
        return since(Kind.STAGE, StageMessages.FORUM.id(), stage.name(), day);
    }

    /** A manager is on leave. */
    public static RegisterEntry onLeave(PersonId person, LocalDate day, LocalDate from,
            @Nullable LocalDate until) {
        return new RegisterEntry(Kind.LEAVE, person.value(), null, day, from, until, false);
    }

    /** A manager is not on leave from then on, whatever was announced. */
    public static RegisterEntry onLeaveNoMore(PersonId person, LocalDate day, LocalDate from) {
        return new RegisterEntry(Kind.LEAVE, person.value(), null, day, from, null, true);
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

    /** A person is a member of a group from the day on. */
    public static RegisterEntry member(PersonId person, Id group, LocalDate day) {
        return since(Kind.MEMBER, person.value(), group.subject().toString(), day);
    }

    /** A person is a member of a group no more from the day on. */
    public static RegisterEntry memberNoMore(PersonId person, Id group, LocalDate day) {
        return new RegisterEntry(Kind.MEMBER, person.value(), group.subject().toString(), day, day, null,
                true);
    }

    /** A person answers for an area. */
    public static RegisterEntry accountable(AreaId area, PersonId person, LocalDate day, LocalDate from) {
        return new RegisterEntry(Kind.ACCOUNTABLE, area.value(), person.value(), day, from, null, false);
    }

    /** Nobody answers for an area from the day on, whoever was to. */
    public static RegisterEntry accountableNoMore(AreaId area, LocalDate day) {
        return new RegisterEntry(Kind.ACCOUNTABLE, area.value(), null, day, day, null, true);
    }

    /** Something has come to its end; the day is the first without it. */
    public static RegisterEntry closed(Id id, LocalDate day) {
        return since(Kind.CLOSED, id.subject().toString(), null, day);
    }

    /** One thing counts on another from the day on. */
    public static RegisterEntry uses(Id user, Id used, LocalDate day) {
        return since(Kind.USED, used.subject().toString(), user.subject().toString(), day);
    }

    /** One thing counts on another no more from the day on. */
    public static RegisterEntry usesNoMore(Id user, Id used, LocalDate day) {
        return new RegisterEntry(Kind.USED, used.subject().toString(), user.subject().toString(), day, day,
                null, true);
    }

    /** Something is due from its day on, or no more from now on. */
    public static RegisterEntry due(Due due, LocalDate day) {
        return new RegisterEntry(Kind.DUE, due.key(), null, day, due.day() == null ? day : due.day(), null,
                due.day() == null);
    }

    /** A consultation that is over heard a person, or waited for them as long as it had promised. */
    public static RegisterEntry consulted(ConsultationId consultation, PersonId person, LocalDate day) {
        return since(Kind.CONSULTED, AdviceId.of(consultation, person).value(), null, day);
    }

    /** A consultation serves something from the day on. */
    public static RegisterEntry served(Subject served, ConsultationId consultation, LocalDate day) {
        return since(Kind.SERVED, served.toString(), consultation.value(), day);
    }

    private static RegisterEntry since(Kind kind, String key, @Nullable String holder, LocalDate day) {
        return new RegisterEntry(kind, key, holder, day, day, null, false);
    }
}
