// SPDX-License-Identifier: Apache-2.0
/** What somebody has written and could not send, since nobody was signed in any more, goes with them through the sign-in. */
@NullMarked
package orgmemory.access.unsent;

import org.jspecify.annotations.NullMarked;
