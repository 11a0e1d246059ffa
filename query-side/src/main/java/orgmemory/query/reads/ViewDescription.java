// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.time.Duration;
import java.util.List;
import orgmemory.query.memory.Column;
import orgmemory.query.memory.View;
import orgmemory.query.memory.ViewStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A view as the list of views tells it.
 *
 * @param version  the version that is read; absent where none can be read yet
 * @param columns  fields to filter and sort its lists by
 * @param brokenAt position of the event that broke it
 * @param progress how far it is being folded anew, where it is
 * @param state    JSON Schema of its states
 */
record ViewDescription(String view, @Nullable Integer version, ViewStatus.Status status,
        List<String> columns, @Nullable Long brokenAt, @Nullable String error, @Nullable Progress progress,
        JsonNode state) {

    /** A view on its way: done of so many events, at which rate, and how long it may still take. */
    record Progress(int version, long position, long of, long perSecond, @Nullable Duration left) {

        private static Progress of(ViewStatus status) {
            return new Progress(status.version(), status.position(), status.of(), status.perSecond(),
                    status.left());
        }
    }

    /** Tells how a view stands: as it is read, and as it is folded beside that. */
    static ViewDescription of(View<?> view, List<ViewStatus> all, JsonNode schema) {
        var ofView = all.stream().filter(status -> status.view().equals(view.name())).toList();
        var folding = find(ofView, ViewStatus.Status.FOLDING);
        var live = find(ofView, ViewStatus.Status.LIVE);
        var broken = find(ofView, ViewStatus.Status.BROKEN);
        var read = live != null ? live : broken;
        return new ViewDescription(view.name(), read == null ? null : read.version(),
                read == null ? ViewStatus.Status.FOLDING : read.status(), view.columns()
                        .stream()
                        .map(Column::name)
                        .toList(),
                read == null ? null : read.brokenAt(), read == null ? null : read.error(),
                folding == null ? null : Progress.of(folding), schema);
    }

    private static @Nullable ViewStatus find(List<ViewStatus> all, ViewStatus.Status wanted) {
        return all.stream().filter(status -> status.status() == wanted).findFirst().orElse(null);
    }
}
