// SPDX-License-Identifier: Apache-2.0
/** How people take part in a budget on its pages: the forms, the commands they become, what would come of them. */
@NullMarked
package orgmemory.query.budget.form;

import org.jspecify.annotations.NullMarked;
