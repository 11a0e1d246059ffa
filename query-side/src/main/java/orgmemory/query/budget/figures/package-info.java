// SPDX-License-Identifier: Apache-2.0
/** What people watch of budgets: what a round lacks, what a line has, where a proposal stands. */
@NullMarked
package orgmemory.query.budget.figures;

import org.jspecify.annotations.NullMarked;
