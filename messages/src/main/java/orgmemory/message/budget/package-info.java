// SPDX-License-Identifier: Apache-2.0
/** The money of a year: lines, cut rounds, proposed cuts and solidarity. */
@NullMarked
package orgmemory.message.budget;

import org.jspecify.annotations.NullMarked;
