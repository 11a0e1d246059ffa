// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import org.jspecify.annotations.Nullable;

/**
 * On which conditions a unit of work appends, and what came of it. It rides in the root unit of work's resources under
 * {@link #RESOURCE}; the engine fills in the receipt in the commit phase.
 */
public final class AppendConditions {

    public static final String RESOURCE = "orgmemory.append-conditions";

    private final @Nullable String idempotencyKey;
    private final @Nullable String requestHash;
    private final @Nullable Long expectedVersion;
    private volatile @Nullable Receipt receipt;

    /**
     * @param idempotencyKey  the actor and their key; null where none was given
     * @param requestHash     a hash of the command, to tell a retry from a key used twice; null without a key
     * @param expectedVersion the version the entity of the first event must have before the append; null for any
     */
    public AppendConditions(@Nullable String idempotencyKey, @Nullable String requestHash,
            @Nullable Long expectedVersion) {
        this.idempotencyKey = idempotencyKey;
        this.requestHash = requestHash;
        this.expectedVersion = expectedVersion;
    }

    /** No key and no version named: each unit of work without conditions of its own appends on these. */
    public static AppendConditions none() {
        return new AppendConditions(null, null, null);
    }

    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    public @Nullable String requestHash() {
        return requestHash;
    }

    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    /** Null until the append is durable, and for ever where the command had nothing to append. */
    public @Nullable Receipt receipt() {
        return receipt;
    }

    /** Called by the appender once the append is durable. */
    public void fulfilled(Receipt answer) {
        this.receipt = answer;
    }
}
