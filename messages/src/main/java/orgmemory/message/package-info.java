// SPDX-License-Identifier: Apache-2.0
/**
 * The shared language: what may be asked (commands), what has happened (events), and the envelope that says who, when and
 * in which capacity. Both sides meet only here.
 */
@NullMarked
package orgmemory.message;

import org.jspecify.annotations.NullMarked;
