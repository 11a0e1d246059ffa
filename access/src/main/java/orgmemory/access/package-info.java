// SPDX-License-Identifier: Apache-2.0
/** Who is asking, by which token; and how an error is answered: as RFC 9457 problems in the reader's language. */
@NullMarked
package orgmemory.access;

import org.jspecify.annotations.NullMarked;
