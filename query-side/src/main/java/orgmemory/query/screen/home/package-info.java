// SPDX-License-Identifier: Apache-2.0
/** What topics bring to the first page: what waits for its reader, and what all work towards. */
@NullMarked
package orgmemory.query.screen.home;

import org.jspecify.annotations.NullMarked;
