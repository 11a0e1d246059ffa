// SPDX-License-Identifier: Apache-2.0
/** The journal as Axon's event store. */
@NullMarked
package orgmemory.journal.axon;

import org.jspecify.annotations.NullMarked;
