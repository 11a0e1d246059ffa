// SPDX-License-Identifier: Apache-2.0
/** What is to be done by which day, and what the memory could not do of itself. */
@NullMarked
package orgmemory.query.automation;

import org.jspecify.annotations.NullMarked;
