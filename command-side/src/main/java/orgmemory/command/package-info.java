// SPDX-License-Identifier: Apache-2.0
/** Decides: what stands behind every decision, whatever its topic. */
@NullMarked
package orgmemory.command;

import org.jspecify.annotations.NullMarked;
