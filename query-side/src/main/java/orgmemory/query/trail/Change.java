// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;

/**
 * How a fact moved a figure.
 *
 * @param of     what it is a figure of
 * @param before null where there was none
 * @param after  null where there is none any more
 */
public record Change(Subject of, String figure, @Nullable String before, @Nullable String after) {
}
