// SPDX-License-Identifier: Apache-2.0
/** The rules of groups that manage themselves: who is in them, how they lead, and when they are over. */
@NullMarked
package orgmemory.command.group;

import org.jspecify.annotations.NullMarked;
