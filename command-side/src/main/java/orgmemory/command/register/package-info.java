// SPDX-License-Identifier: Apache-2.0
/** Knows who may, and who is accountable, on any day: rows that are written in the commit of the events they follow from. */
@NullMarked
package orgmemory.command.register;

import org.jspecify.annotations.NullMarked;
