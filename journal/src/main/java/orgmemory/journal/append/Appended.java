// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.append;

import java.util.List;
import java.util.Set;
import orgmemory.journal.Receipt;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Subject;

/**
 * What came of an append, once it is durable.
 *
 * @param receipt   the answer to the command
 * @param events    as they are stored
 * @param reordered streams in which an earlier fact now stands otherwise or later: what was folded from them is stale
 */
public record Appended(Receipt receipt, List<StoredEvent> events, Set<Subject> reordered) {
}
