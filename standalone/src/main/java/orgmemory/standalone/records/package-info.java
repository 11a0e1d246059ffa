// SPDX-License-Identifier: Apache-2.0
/** Turns the lines of a file into commands and sends them to a running memory. */
@NullMarked
package orgmemory.standalone.records;

import org.jspecify.annotations.NullMarked;
