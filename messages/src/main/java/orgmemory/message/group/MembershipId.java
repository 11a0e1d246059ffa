// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import orgmemory.message.Id;
import orgmemory.message.people.PersonId;

/** That one person is, was or wants to be in one group: the two ids, joined by a colon. Who comes back keeps it. */
public final class MembershipId extends Id {

    public MembershipId(String value) {
        super(value, true);
    }

    public static MembershipId of(GroupId group, PersonId person) {
        return new MembershipId(group.value() + ":" + person.value());
    }

    /** In which group. */
    public GroupId group() {
        return new GroupId(value().substring(0, value().indexOf(':')));
    }

    /** Who. */
    public PersonId person() {
        return new PersonId(value().substring(value().indexOf(':') + 1));
    }
}
