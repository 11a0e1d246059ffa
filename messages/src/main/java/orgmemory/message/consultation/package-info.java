// SPDX-License-Identifier: Apache-2.0
/** Asking others before something is decided: what was asked, what they advised, and what became of it. */
@NullMarked
package orgmemory.message.consultation;

import org.jspecify.annotations.NullMarked;
