// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.automation.Automation;
import orgmemory.command.register.Register;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.people.ManagerMessages.ManagerAppointmentEnded;

/** When an appointment has ended, then the person leaves all groups; whoever leads leads no more. */
public final class WhenAppointmentEndedThenLeaveGroups implements Automation<ManagerAppointmentEnded> {

    /** What holds then has no end. */
    private static final LocalDate EVER_AFTER = LocalDate.of(9999, 12, 31);

    /** Who has been appointed anew by the time that this is done stays in the groups that they have joined since. */
    @Override
    public List<Command> react(ManagerAppointmentEnded event, Envelope envelope, Register register) {
        var person = event.personId();
        var then = register.memberships(person, envelope.occurredOn());
        boolean manages = register.manager(person, EVER_AFTER).isPresent();
        return register.memberships(person, EVER_AFTER)
                .stream()
                .filter(group -> !manages || then.contains(group))
                .map(group -> group.id())
                .sorted()
                .<Command>map(group -> new EndGroupMembership(new GroupId(group), person, null))
                .toList();
    }
}
