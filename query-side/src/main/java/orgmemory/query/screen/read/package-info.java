// SPDX-License-Identifier: Apache-2.0
/** How screens read the memory: states as records, and what things are called. */
@NullMarked
package orgmemory.query.screen.read;

import org.jspecify.annotations.NullMarked;
