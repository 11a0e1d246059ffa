// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import orgmemory.command.automation.Deadline;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.group.GroupEndMessages.LapseGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages;

/** A group that has had too few members for too long lapses. */
public final class WhenTooFewForLongThenLapseGroup implements Deadline {

    @Override
    public String what() {
        return GroupMessages.LAPSE;
    }

    @Override
    public Command command(Subject of, LocalDate day) {
        return new LapseGroup(new GroupId(of.id()));
    }
}
