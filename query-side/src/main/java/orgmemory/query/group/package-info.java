// SPDX-License-Identifier: Apache-2.0
/** Groups in which people learn together: who is in them, who leads, and what comes of it. */
@NullMarked
package orgmemory.query.group;

import org.jspecify.annotations.NullMarked;
