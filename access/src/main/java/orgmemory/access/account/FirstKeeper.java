// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.account;

import orgmemory.message.people.PersonId;

/** Registers the first memory keeper, who then enters everybody else. Given by whoever can issue commands. */
public interface FirstKeeper {

    /** Whether the memory still waits for its first keeper: nobody but the service itself has recorded anything. */
    boolean isAwaited();

    /**
     * Makes the person known and a memory keeper. Asked again with the same name, as after an interruption, it carries the
     * same to its end.
     */
    PersonId register(String name);
}
