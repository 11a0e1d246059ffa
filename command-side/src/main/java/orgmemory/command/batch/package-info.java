// SPDX-License-Identifier: Apache-2.0
/** Commands of any number in one request, one a line, for imports and scripts. */
@NullMarked
package orgmemory.command.batch;

import org.jspecify.annotations.NullMarked;
