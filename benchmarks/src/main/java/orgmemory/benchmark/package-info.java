// SPDX-License-Identifier: Apache-2.0
/** Measures what we promise about speed, always beside what people would pick instead, in the same run. */
@NullMarked
package orgmemory.benchmark;

import org.jspecify.annotations.NullMarked;
