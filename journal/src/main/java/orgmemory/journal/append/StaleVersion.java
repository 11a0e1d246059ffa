// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import orgmemory.message.Subject;

/** The entity has moved on from the version that the caller named in {@code If-Match}. */
public final class StaleVersion extends RuntimeException {

    private final transient Subject entity;
    private final long expected;
    private final long current;

    public StaleVersion(Subject entity, long expected, long current) {
        super(entity + " is at version " + current + ", not " + expected, null, false, false);
        this.entity = entity;
        this.expected = expected;
        this.current = current;
    }

    public Subject entity() {
        return entity;
    }

    public long expected() {
        return expected;
    }

    public long current() {
        return current;
    }
}
