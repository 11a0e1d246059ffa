// SPDX-License-Identifier: Apache-2.0
/** Who is who: people, what they are accountable for, and the roles they hold. */
@NullMarked
package orgmemory.query.people;

import org.jspecify.annotations.NullMarked;
