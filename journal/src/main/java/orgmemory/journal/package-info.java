// SPDX-License-Identifier: Apache-2.0
/** Keeps every event for ever, in one order without gaps, and hands them on in that order. */
@NullMarked
package orgmemory.journal;

import org.jspecify.annotations.NullMarked;
