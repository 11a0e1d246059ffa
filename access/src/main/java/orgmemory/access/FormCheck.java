// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import tools.jackson.databind.node.ObjectNode;

/** Says of a command whether its fields are as they must be, before anything is decided or recorded. */
@FunctionalInterface
public interface FormCheck {

    /**
     * Checks a command's form.
     *
     * @param body its fields; what is said beside them stands in its object {@code envelope}
     * @throws HttpProblem                where a field is not as it must be
     * @throws orgmemory.message.Rejected where there is no such command
     */
    void check(String command, ObjectNode body);
}
