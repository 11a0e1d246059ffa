// SPDX-License-Identifier: Apache-2.0
/** The first page: what waits for its reader, how far the forum has come, what is new. */
@NullMarked
package orgmemory.query.trail.home;

import org.jspecify.annotations.NullMarked;
