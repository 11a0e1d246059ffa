// SPDX-License-Identifier: Apache-2.0
/** The rules of asking others before something is decided. */
@NullMarked
package orgmemory.command.consultation;

import org.jspecify.annotations.NullMarked;
