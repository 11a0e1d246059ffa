// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import orgmemory.message.Id;

/** A group, of whatever kind: their ids are of one kind, since {@code GROUP(LG-1)} says who sees what is inside. */
public final class GroupId extends Id {

    public GroupId(String value) {
        super(value);
    }
}
