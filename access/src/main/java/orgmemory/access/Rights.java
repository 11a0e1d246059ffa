// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;

/**
 * Which capacities a person holds today. The command side's register knows; each becomes the authority
 * {@code CAPACITY_MEM} and so on. Where nobody knows, nobody holds any.
 */
@FunctionalInterface
public interface Rights {

    Set<Capacity> of(PersonId person);

    /** The groups that the person is a member of; each becomes the authority {@code MEMBER_group/LG-1}. */
    default Set<Subject> memberships(PersonId person) {
        return Set.of();
    }

    /** The day that they are those of. */
    default LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
