// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.automation;

import orgmemory.message.Id;

/** One command that was to follow of itself. */
public final class FollowUpId extends Id {

    public FollowUpId(String value) {
        super(value);
    }
}
