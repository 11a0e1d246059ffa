// SPDX-License-Identifier: Apache-2.0
/** Finds words in the record: one analyser reads what is recorded and what is asked. */
@NullMarked
package orgmemory.query.memory.search;

import org.jspecify.annotations.NullMarked;
