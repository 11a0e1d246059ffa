// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import orgmemory.journal.Receipt;

/** The same command was appended before under its idempotency key. Nothing was appended now; the answer stands. */
public final class AlreadyAnswered extends RuntimeException {

    private final transient Receipt receipt;

    public AlreadyAnswered(Receipt receipt) {
        super("Already answered with " + receipt.after(), null, false, false);
        this.receipt = receipt;
    }

    public Receipt receipt() {
        return receipt;
    }
}
