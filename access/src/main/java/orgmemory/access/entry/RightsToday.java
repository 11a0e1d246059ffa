// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import orgmemory.access.Rights;
import orgmemory.message.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a person may do today, as authorities: {@code CAPACITY_MEM}, {@code MEMBER_group/LG-1} and so on. None where
 * nobody knows of rights.
 */
final class RightsToday {

    private static final Rights NONE = person -> Set.of();

    private final Supplier<Rights> rights;

    RightsToday(ObjectProvider<Rights> known) {
        this.rights = SingletonSupplier.of(() -> known.getIfAvailable(() -> NONE));
    }

    LocalDate today() {
        return rights.get().today();
    }

    List<GrantedAuthority> of(PersonId person) {
        var known = rights.get();
        return Stream.concat(known.of(person).stream().sorted().map(capacity -> "CAPACITY_" + capacity),
                known.memberships(person).stream().map(group -> "MEMBER_" + group).sorted())
                .map(authority -> (GrantedAuthority) new SimpleGrantedAuthority(authority))
                .toList();
    }
}
