// SPDX-License-Identifier: Apache-2.0
/** What holds for the shape of the whole, and the page of reference that is made from the code. */
@NullMarked
package orgmemory.standalone.architecture;

import org.jspecify.annotations.NullMarked;
