// SPDX-License-Identifier: Apache-2.0
/** What of a request is read at all, and what one may cost that never ends: its head, its body, its connection. */
@NullMarked
package orgmemory.access.server;

import org.jspecify.annotations.NullMarked;
