// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.people;

import orgmemory.message.Id;

/** A person. The id says nothing of the name. */
public final class PersonId extends Id {

    public PersonId(String value) {
        super(value);
    }
}
