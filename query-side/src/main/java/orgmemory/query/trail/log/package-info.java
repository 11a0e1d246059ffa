// SPDX-License-Identifier: Apache-2.0
/** The whole record, fact by fact, for whoever wants to see everything. */
@NullMarked
package orgmemory.query.trail.log;

import org.jspecify.annotations.NullMarked;
