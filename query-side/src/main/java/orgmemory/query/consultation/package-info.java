// SPDX-License-Identifier: Apache-2.0
/** Who was asked before something was decided, what they said, and what became of it. */
@NullMarked
package orgmemory.query.consultation;

import org.jspecify.annotations.NullMarked;
