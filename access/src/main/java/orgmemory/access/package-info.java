// SPDX-License-Identifier: Apache-2.0
/** Who is asking, by which token; and how an error is answered: as a problem in the reader's language. */
@NullMarked
package orgmemory.access;

import org.jspecify.annotations.NullMarked;
