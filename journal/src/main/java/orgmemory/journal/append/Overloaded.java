// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

/** Too many appends are waiting, or the service is stopping. Nothing was appended; try again. */
public final class Overloaded extends RuntimeException {

    public Overloaded(String sentence) {
        super(sentence, null, false, false);
    }
}
