// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import orgmemory.query.memory.search.Question;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record, with the words that found it and how many events there are on all pages.
 *
 * @param question null where no words were asked for
 * @param count    no more than were to be counted
 */
public record FoundPage(RecordPage page, @Nullable Question question, int count) {
}
