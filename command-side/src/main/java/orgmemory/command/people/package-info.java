// SPDX-License-Identifier: Apache-2.0
/** Decides whom the memory knows: the institute, its people and bodies, managers, areas and roles. */
@NullMarked
package orgmemory.command.people;

import org.jspecify.annotations.NullMarked;
