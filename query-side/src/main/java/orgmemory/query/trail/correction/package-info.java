// SPDX-License-Identifier: Apache-2.0
/** How a memory keeper puts a fact right from where it is told: its own fields as they stand, and what would change. */
@NullMarked
package orgmemory.query.trail.correction;

import org.jspecify.annotations.NullMarked;
