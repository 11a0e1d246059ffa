// SPDX-License-Identifier: Apache-2.0
/** The memory itself: the record of all events, and every version of every view on two clocks. */
@NullMarked
package orgmemory.query.memory;

import org.jspecify.annotations.NullMarked;
