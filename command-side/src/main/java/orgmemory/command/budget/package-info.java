// SPDX-License-Identifier: Apache-2.0
/** Decides about the money of a year: its lines, cut rounds, proposed cuts and solidarity, in one place and at once. */
@NullMarked
package orgmemory.command.budget;

import org.jspecify.annotations.NullMarked;
