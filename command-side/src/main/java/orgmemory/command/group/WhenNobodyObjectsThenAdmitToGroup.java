// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import orgmemory.command.automation.Deadline;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.group.MembershipId;
import orgmemory.message.group.MembershipMessages;
import orgmemory.message.group.MembershipMessages.AdmitToGroup;

/** Who has wished to join for a week, and nobody objects to, is in the group. */
public final class WhenNobodyObjectsThenAdmitToGroup implements Deadline {

    @Override
    public String what() {
        return MembershipMessages.ADMISSION;
    }

    @Override
    public Command command(Subject of, LocalDate day) {
        var membership = new MembershipId(of.id());
        return new AdmitToGroup(membership.group(), membership.person());
    }
}
