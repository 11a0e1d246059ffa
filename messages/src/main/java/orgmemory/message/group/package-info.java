// SPDX-License-Identifier: Apache-2.0
/** Groups in which managers learn together: who is in them, how they manage themselves, who leads, and what comes of it. */
@NullMarked
package orgmemory.message.group;

import org.jspecify.annotations.NullMarked;
