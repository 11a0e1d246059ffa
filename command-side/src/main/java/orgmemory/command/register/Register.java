// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;

/** What a rule needs to know of other aggregates, on the day it is asked about. */
public interface Register {

    /** Whether the thing is known at all, from whatever day: by what stands of it in the record, a manager by being one. */
    boolean exists(Subject id);

    /** Whether the thing was known on that day. */
    boolean exists(Subject id, LocalDate day);

    /** The roles that have been granted to the person and hold on that day. */
    Set<Capacity> roles(PersonId person, LocalDate day);

    /** What kind of manager the person is on that day; empty when none. */
    Optional<ManagerKind> manager(PersonId person, LocalDate day);

    /** The stage that the forum is in on that day: the first, where nothing else was told. */
    DevelopmentStage stage(LocalDate day);

    /** Whether the manager is on leave on that day. */
    boolean onLeave(PersonId person, LocalDate day);

    /** The groups that the person is a member of on that day. */
    Set<Subject> memberships(PersonId person, LocalDate day);

    /** All managers of that day, by id. */
    List<PersonId> managers(LocalDate day);

    /** Who is accountable for the area on that day. */
    Optional<PersonId> accountable(AreaId area, LocalDate day);

    /** Whether the person is accountable for any area on that day. */
    boolean accountableForAny(PersonId person, LocalDate day);

    /** The consultations that serve something on that day. */
    Set<ConsultationId> consultations(Subject served, LocalDate day);

    /** Whether a consultation had heard somebody by that day, or waited for them as long as it had promised. */
    boolean consulted(ConsultationId consultation, PersonId person, LocalDate day);

    /** Whether somebody was consulted about something, by that day. */
    default boolean consulted(Subject about, PersonId person, LocalDate day) {
        return consultations(about, day).stream()
                .anyMatch(consultation -> consulted(consultation, person, day));
    }
}
