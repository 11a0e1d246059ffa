// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.sql.SQLException;

/** The journal's database does not answer. After an append the outcome is open: ask again with the same idempotency key. */
public final class JournalUnavailable extends RuntimeException {

    public JournalUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Connection failures, and a server that goes down or comes up; a companion may have wrapped them. */
    public static boolean isLost(Throwable failure) {
        if (failure instanceof SQLException sql) {
            var state = sql.getSQLState();
            return state == null || state.startsWith("08") || state.startsWith("57P");
        }
        var cause = failure.getCause();
        return cause != null && isLost(cause);
    }
}
