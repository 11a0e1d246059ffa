// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Objects;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.read.States;
import org.springframework.stereotype.Component;

/** Who answers for which area? */
@Component
public final class WhoIsAccountable {

    private final States states;
    private final Areas areas;

    WhoIsAccountable(States states, Areas areas) {
        this.states = states;
        this.areas = areas;
    }

    /** Who is accountable at that moment, by area; areas without anybody are absent. */
    public Map<AreaId, PersonId> of(BitemporalPoint point) {
        return states.all(areas, Map.of(), null, point)
                .stream()
                .map(States.State::it)
                .filter(area -> area.accountableId() != null)
                .collect(toUnmodifiableMap(Areas.Area::areaId,
                        area -> Objects.requireNonNull(area.accountableId())));
    }
}
