// SPDX-License-Identifier: Apache-2.0
/** Answers questions from the memory's tables, on both clocks. */
@NullMarked
package orgmemory.query.memory.reading;

import org.jspecify.annotations.NullMarked;
