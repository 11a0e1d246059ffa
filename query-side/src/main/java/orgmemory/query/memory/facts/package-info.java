// SPDX-License-Identifier: Apache-2.0
/** What happened to something, fact by fact, as each stood at both clocks. */
@NullMarked
package orgmemory.query.memory.facts;

import org.jspecify.annotations.NullMarked;
