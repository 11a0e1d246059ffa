// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orgmemory.message.Rejected;

/** All views there are in this program, by name. */
public final class Views {

    private final Map<String, View<?>> byName = new LinkedHashMap<>();

    public Views(Collection<? extends View<?>> views) {
        for (var view : views) {
            if (byName.put(view.name(), view) != null) {
                throw new IllegalArgumentException("Two views are called " + view.name());
            }
            if (view.columns().size() > 3) {
                throw new IllegalArgumentException(view.name() + " declares more than three columns");
            }
        }
    }

    public List<View<?>> all() {
        return List.copyOf(byName.values());
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Refused as unknown where there is none of the name. */
    public View<?> named(String name) {
        var view = byName.get(name);
        if (view == null) {
            throw Rejected.unknown("view.unknown", name);
        }
        return view;
    }
}
