// SPDX-License-Identifier: Apache-2.0
/** How facts become versions on two clocks: pure, so that it can be tried on any history without a database. */
@NullMarked
package orgmemory.query.memory.history;

import org.jspecify.annotations.NullMarked;
