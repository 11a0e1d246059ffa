// SPDX-License-Identifier: Apache-2.0
/** Takes over tables that others keep: a row becomes a command, or it is said why it cannot. */
@NullMarked
package orgmemory.query.imports;

import org.jspecify.annotations.NullMarked;
