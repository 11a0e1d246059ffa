// SPDX-License-Identifier: Apache-2.0
/** How it came to this: the trail of anything that the memory knows, and the whole record behind it. */
@NullMarked
package orgmemory.query.trail;

import org.jspecify.annotations.NullMarked;
