// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

/** The service does not start. The message is one sentence that says why and what would help; nothing else is shown. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
