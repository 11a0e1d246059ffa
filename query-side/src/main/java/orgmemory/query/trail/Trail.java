// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;

/**
 * How something came to be as it is.
 *
 * @param figure  the one whose moves it tells, under {@code figure.} in the bundles; null where it tells everything
 * @param figures how matters stand with it at the page's moment
 * @param earlier where the page before begins; null where this one begins at the beginning
 */
public record Trail(Subject about, String name, @Nullable String figure, List<TrailEntry> entries,
        List<Standing> figures,
        @Nullable Long earlier) {

    /** A figure at the page's moment. */
    public record Standing(String figure, String value) {
    }
}
