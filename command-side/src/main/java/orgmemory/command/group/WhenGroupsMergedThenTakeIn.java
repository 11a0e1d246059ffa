// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.util.List;
import orgmemory.command.automation.Automation;
import orgmemory.command.register.Register;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.group.GroupEndMessages.GroupsMerged;
import orgmemory.message.group.GroupEndMessages.TakeIntoGroup;

/** When a group was merged into another one, then whoever was in it is in the other one; guests are guests there too. */
public final class WhenGroupsMergedThenTakeIn implements Automation<GroupsMerged> {

    @Override
    public List<Command> react(GroupsMerged event, Envelope envelope, Register register) {
        return event.people()
                .stream()
                .<Command>map(each -> new TakeIntoGroup(event.into(), each.personId(), each.relevance()))
                .toList();
    }
}
