// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import orgmemory.query.memory.search.Question;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record, with the words that found it.
 *
 * @param question null where no words were asked for
 */
public record FoundPage(RecordPage page, @Nullable Question question) {
}
