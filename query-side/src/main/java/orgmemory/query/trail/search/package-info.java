// SPDX-License-Identifier: Apache-2.0
/** Finds facts by words: what answers best comes first, with what it was found by marked in it. */
@NullMarked
package orgmemory.query.trail.search;

import org.jspecify.annotations.NullMarked;
