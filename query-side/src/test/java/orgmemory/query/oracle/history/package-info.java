// SPDX-License-Identifier: Apache-2.0
/** Random histories: what many hands might have recorded, in any order, rightly and wrongly. */
@NullMarked
package orgmemory.query.oracle.history;

import org.jspecify.annotations.NullMarked;
