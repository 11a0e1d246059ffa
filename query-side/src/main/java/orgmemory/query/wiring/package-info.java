// SPDX-License-Identifier: Apache-2.0
/** How the query side is put together. */
@NullMarked
package orgmemory.query.wiring;

import org.jspecify.annotations.NullMarked;
