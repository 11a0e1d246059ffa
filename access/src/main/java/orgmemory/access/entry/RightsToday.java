// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.util.List;
import orgmemory.access.Rights;
import orgmemory.message.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a person may do today, as authorities: {@code CAPACITY_MEM} and so on. None where nobody knows of rights. */
final class RightsToday {

    private final ObjectProvider<Rights> known;

    RightsToday(ObjectProvider<Rights> known) {
        this.known = known;
    }

    List<GrantedAuthority> of(PersonId person) {
        return known.stream()
                .flatMap(rights -> rights.of(person).stream())
                .sorted()
                .map(capacity -> (GrantedAuthority) new SimpleGrantedAuthority("CAPACITY_" + capacity))
                .toList();
    }
}
