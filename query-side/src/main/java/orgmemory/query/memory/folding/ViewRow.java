// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus.Status;
import orgmemory.query.memory.Views;

/**
 * A view as it is kept: the one that is read, or one that is folded anew beside it.
 *
 * @param position it is folded up to there
 */
record ViewRow(int id, String name, int version, Status status, long position) {

    /** Whether this program can fold it. */
    boolean isFoldedBy(Views views) {
        return views.has(name) && isOf(views.named(name));
    }

    boolean isOf(View<?> view) {
        return view.name().equals(name) && view.version() == version;
    }
}
