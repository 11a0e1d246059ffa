// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.Optional;

/** Whether the demo's story is being told at this moment, and how far it has come. */
@FunctionalInterface
public interface Telling {

    /** Steps done, and in all. */
    record TellingProgress(int done, int all) {
    }

    /** How far it has come; empty when no story is being told. */
    Optional<TellingProgress> now();
}
