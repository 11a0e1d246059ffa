// SPDX-License-Identifier: Apache-2.0
/** Both sides in one process on a PostgreSQL of its own: start, first keeper, demo and import. */
@NullMarked
package orgmemory.standalone;

import org.jspecify.annotations.NullMarked;
