// SPDX-License-Identifier: Apache-2.0
/** The pages by which people come in: sign-in, one-time links, and each person's own account. */
@NullMarked
package orgmemory.query.entrance;

import org.jspecify.annotations.NullMarked;
