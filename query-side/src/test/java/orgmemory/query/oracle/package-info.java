// SPDX-License-Identifier: Apache-2.0
/**
 * The independent check of the memory: random histories, and what they mean, worked out a second time in the plainest
 * way from the words of the domain. Nothing here calls the memory's own folding.
 */
@NullMarked
package orgmemory.query.oracle;

import org.jspecify.annotations.NullMarked;
