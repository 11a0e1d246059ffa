// SPDX-License-Identifier: Apache-2.0
/** Whom the memory knows: the institute, its people and bodies, managers, areas and roles. */
@NullMarked
package orgmemory.message.people;

import org.jspecify.annotations.NullMarked;
