// SPDX-License-Identifier: Apache-2.0
/** The pages of a budget: cut rounds and budget lines, and what their things are called. */
@NullMarked
package orgmemory.query.budget.page;

import org.jspecify.annotations.NullMarked;
