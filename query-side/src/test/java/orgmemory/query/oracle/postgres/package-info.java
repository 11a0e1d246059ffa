// SPDX-License-Identifier: Apache-2.0
/** The memory on a real database beside the truth: every answer, any batches, and a death at every step. */
@NullMarked
package orgmemory.query.oracle.postgres;

import org.jspecify.annotations.NullMarked;
