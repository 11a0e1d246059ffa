// SPDX-License-Identifier: Apache-2.0
/** Tables as one list of columns: what a page shows, what is taken away as a file, and what programs read. */
@NullMarked
package orgmemory.query.screen.table;

import org.jspecify.annotations.NullMarked;
