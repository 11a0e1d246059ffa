// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

/** The journal's database does not answer. After an append the outcome is open: ask again with the same idempotency key. */
public final class JournalUnavailable extends RuntimeException {

    public JournalUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
