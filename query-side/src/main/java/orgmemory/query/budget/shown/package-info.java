// SPDX-License-Identifier: Apache-2.0
/** What the pages of a budget show, at the moment that they are about. */
@NullMarked
package orgmemory.query.budget.shown;

import org.jspecify.annotations.NullMarked;
