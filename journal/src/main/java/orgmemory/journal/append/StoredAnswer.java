// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import orgmemory.journal.Receipt;

/**
 * What was answered under an idempotency key.
 *
 * @param requestHash tells whether it was the same command
 * @param receipt     the answer
 */
public record StoredAnswer(String requestHash, Receipt receipt) {
}
