// SPDX-License-Identifier: Apache-2.0
/** The time rail: the days on which something happened, to move through. */
@NullMarked
package orgmemory.query.screen.rail;

import org.jspecify.annotations.NullMarked;
