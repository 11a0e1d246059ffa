// SPDX-License-Identifier: Apache-2.0
/** The money of a year on pages: cut rounds, budget lines, and the forms by which people take part. */
@NullMarked
package orgmemory.query.budget.page;

import org.jspecify.annotations.NullMarked;
