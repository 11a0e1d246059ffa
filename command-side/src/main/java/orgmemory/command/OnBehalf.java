// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Capacity.REC;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Capacities.Issue;
import orgmemory.command.register.Register;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.Rejected;
import orgmemory.message.Spoken;
import orgmemory.message.Subject;

/**
 * Says whether somebody may record on behalf of another: a recorder for people and bodies, of what is said in a meeting; a
 * memory keeper for bodies, of what is imported. Nobody else speaks in another's name.
 */
final class OnBehalf {

    private final Register register;
    private final Capacities capacities;

    OnBehalf(Register register, Capacities capacities) {
        this.register = register;
        this.capacities = capacities;
    }

    Capacity of(Issue issue, Subject speaker, LocalDate today) {
        boolean person = speaker.type().equals("person");
        if (!person && !speaker.type().equals("body")) {
            throw new Rejected("on-behalf-of.type", speaker);
        }
        if (!register.exists(speaker)) {
            throw DecisionContext.unknown(speaker);
        }
        if (issue.attestation() == Attestation.SELF) {
            throw new Rejected("on-behalf-of.self");
        }
        if (speaker.equals(issue.actor())) {
            throw new Rejected("on-behalf-of.oneself");
        }
        if (issue.imported()) {
            if (person) {
                throw Rejected.notAllowed("on-behalf-of.imported", speaker);
            }
            return capacities.keeper(issue, today);
        }
        return recorder(issue, speaker, today, person);
    }

    private Capacity recorder(Issue issue, Subject speaker, LocalDate today, boolean person) {
        var command = issue.command().getSimpleName();
        boolean spoken = issue.command().isAnnotationPresent(Spoken.class);
        if (!spoken && (person || !issue.mayIssue().contains(REC))) {
            throw Rejected.notAllowed("on-behalf-of.not-spoken", command);
        }
        for (var day : List.of(today, issue.occurredOn())) {
            if (issue.asksForOtherThan(REC) || !capacities.holds(issue.actor(), REC, day)) {
                throw Rejected.notAllowed("on-behalf-of.recorder-needed", day);
            }
        }
        if (person && issue.mayIssue()
                .stream()
                .noneMatch(capacity -> capacities.holds(speaker, capacity, issue.occurredOn()))) {
            throw Rejected.notAllowed("on-behalf-of.not-held", speaker, issue.occurredOn(), command);
        }
        return REC;
    }
}
