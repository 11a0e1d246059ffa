// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import java.util.List;
import orgmemory.message.Capacity;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Those of the demo organisation, who come in without a password. There is a cast only where the memory holds the demo's
 * story; given by whoever tells it.
 */
@FunctionalInterface
public interface DemoCast {

    /** The cast, those who manage first; empty where the memory holds anything else. */
    List<Member> members();

    /**
     * One of the cast.
     *
     * @param name      as the person writes it
     * @param latinName the name in Latin letters
     * @param kind      what the person manages; absent for those who hold a role beside the managers
     * @param area      the area the person is accountable for
     * @param latinArea the same in English
     * @param role      the role of those who manage nothing
     */
    record Member(PersonId personId, String name, String latinName, @Nullable ManagerKind kind,
            @Nullable String area, @Nullable String latinArea, @Nullable Capacity role) {
    }
}
