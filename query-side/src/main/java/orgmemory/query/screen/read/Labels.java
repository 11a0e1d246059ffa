// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.Locale;
import java.util.Optional;

/** What the things of a topic are called. Each topic names its own. */
public interface Labels {

    /** Whether it names things of this type, as {@code line}. */
    boolean knows(String type);

    /** What it is called today, in the language where it has a name in it; empty where it is not known. */
    Optional<String> label(String type, String id, Locale language);
}
