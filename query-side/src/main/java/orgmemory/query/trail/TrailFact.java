// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.facts.StandingFact;

/**
 * A fact of a trail, in no language.
 *
 * @param through   what joins it to the trail; null where it concerns the very thing that the trail is of
 * @param elsewhere whether it turned out not to concern anything in the trail
 * @param changes   what it moved when it was recorded; none where it has been put right, see there
 * @param amended   what each amendment moved, in their order
 * @param people    those whom it names, as they were on its day
 */
public record TrailFact(StandingFact fact, @Nullable Subject through, boolean elsewhere,
        List<FigureChange> changes, List<List<FigureChange>> amended, List<PersonThen> people) {
}
