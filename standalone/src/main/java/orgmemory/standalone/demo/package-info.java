// SPDX-License-Identifier: Apache-2.0
/** The demo organisation: its people, its budget of 2017 and the round in which they agreed where to cut. */
@NullMarked
package orgmemory.standalone.demo;

import org.jspecify.annotations.NullMarked;
