// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What folding some events adds to what is kept of a view. */
public final class Folded {

    private final List<Version> versions = new ArrayList<>();
    private final List<KeyReassignment> touches = new ArrayList<>();
    private long brokenAt;
    private @Nullable ViewBroke error;

    /** In the order in which they became known. */
    public List<Version> versions() {
        return versions;
    }

    public List<KeyReassignment> touches() {
        return touches;
    }

    /** The newest version of each key that has one here. */
    public Collection<Version> present() {
        Map<String, Version> present = new HashMap<>();
        for (var version : versions) {
            present.merge(version.key(), version,
                    (old, now) -> now.day().isBefore(old.day()) ? old : now);
        }
        return present.values();
    }

    /** Why the view broke; null where it did not. What came before is folded. */
    public @Nullable ViewBroke error() {
        return error;
    }

    /** The event that broke the view, where one did. */
    public long brokenAt() {
        return brokenAt;
    }

    void broke(long position, ViewBroke why) {
        brokenAt = position;
        error = why;
    }

    void back(int versionsBefore, int touchesBefore) {
        versions.subList(versionsBefore, versions.size()).clear();
        touches.subList(touchesBefore, touches.size()).clear();
    }
}
