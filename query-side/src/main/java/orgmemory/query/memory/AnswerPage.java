// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a view's states.
 *
 * @param next cursor of the next page; null where this is the last
 */
public record AnswerPage(String view, int viewVersion, LocalDate asOf, long knownOn, long position,
        List<Answer> items, @Nullable String next) {
}
