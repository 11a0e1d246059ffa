// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.Map;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.BitemporalPoint;

/** Who answers for which area: the topic of people knows, and other topics ask. */
public interface Accountability {

    /** Who is accountable at that moment, by area; areas without anybody are absent. */
    Map<AreaId, PersonId> of(BitemporalPoint clocks);
}
