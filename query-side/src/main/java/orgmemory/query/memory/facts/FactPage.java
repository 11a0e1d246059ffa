// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some facts, in the order in which they happened.
 *
 * @param earlier the page before begins there: position up to which, itself not included; null where this is the first
 */
public record FactPage(List<StandingFact> facts, @Nullable Long earlier) {
}
