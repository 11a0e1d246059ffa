// SPDX-License-Identifier: Apache-2.0
/** Appends events: commands that wait at the same moment share one commit, and a conflict fails only its own command. */
@NullMarked
package orgmemory.journal.append;

import org.jspecify.annotations.NullMarked;
