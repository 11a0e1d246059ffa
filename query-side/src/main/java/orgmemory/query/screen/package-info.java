// SPDX-License-Identifier: Apache-2.0
/** What all screens share. */
@NullMarked
package orgmemory.query.screen;

import org.jspecify.annotations.NullMarked;
