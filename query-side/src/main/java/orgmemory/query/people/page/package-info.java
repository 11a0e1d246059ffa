// SPDX-License-Identifier: Apache-2.0
/** The pages of people and areas, and the forms with which an empty memory comes to know them. */
@NullMarked
package orgmemory.query.people.page;

import org.jspecify.annotations.NullMarked;
