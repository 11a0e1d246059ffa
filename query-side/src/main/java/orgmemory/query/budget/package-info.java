// SPDX-License-Identifier: Apache-2.0
/** The money of a year as people see it: its lines, its cut rounds and its movements. */
@NullMarked
package orgmemory.query.budget;

import org.jspecify.annotations.NullMarked;
