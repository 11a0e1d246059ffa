// SPDX-License-Identifier: Apache-2.0
/** Folds the journal's events into the memory's tables, each once and in their one order. */
@NullMarked
package orgmemory.query.memory.folding;

import org.jspecify.annotations.NullMarked;
