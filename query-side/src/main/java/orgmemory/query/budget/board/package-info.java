// SPDX-License-Identifier: Apache-2.0
/** The cut board: how far a round has come, what each line carries, and what its reader can do about it. */
@NullMarked
package orgmemory.query.budget.board;

import org.jspecify.annotations.NullMarked;
