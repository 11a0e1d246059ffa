// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;

/**
 * A figure at two moments.
 *
 * @param of     what it is a figure of
 * @param figure its name, as it stands in the bundles under {@code figure.}
 * @param before agorot, a day, a subject or a word of an enumeration; null where there was none
 * @param after  null where there is none any more
 */
public record FigureChange(Subject of, String figure, @Nullable Object before, @Nullable Object after) {
}
