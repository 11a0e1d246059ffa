// SPDX-License-Identifier: Apache-2.0
/** How the command side is put together: Axon over our journal, every part chosen by hand and checked. */
@NullMarked
package orgmemory.command.wiring;

import org.jspecify.annotations.NullMarked;
