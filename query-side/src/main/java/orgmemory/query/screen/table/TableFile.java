// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.screen.table.TableColumn.Word;

/**
 * A table to take away.
 *
 * @param title    what it is the table of
 * @param about    whose table it is; null where there is one such table only
 * @param narrowed what it is narrowed to, by what that is called, both in the page's language
 * @param rows     all of them; they are read one after the other, as they are written
 */
public record TableFile<R>(PageTable<R> table, Word title, @Nullable Subject about,
        Map<String, String> narrowed, Stream<R> rows) {

    /** A table of rows that are at hand. */
    public static <R> TableFile<R> of(PageTable<R> table, Word title, @Nullable Subject about,
            Collection<R> rows) {
        return new TableFile<>(table, title, about, Map.of(), rows.stream());
    }
}
