// SPDX-License-Identifier: Apache-2.0
/** The way in over HTTP: who is asking, by session or by token, with which rights today, and how often they may. */
@NullMarked
package orgmemory.access.entry;

import org.jspecify.annotations.NullMarked;
