// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orgmemory.message.people.PersonId;
import tools.jackson.databind.node.ObjectNode;

/** Takes what somebody asks for on a page to the side that decides, as that person. */
public interface CommandClient {

    /**
     * Asks for a command, with the same checks and the same refusals as over HTTP.
     *
     * @param body           the command's fields; what the person says beside them stands in its object {@code envelope}
     * @param language       the language its texts are written in
     * @param idempotencyKey a form sent twice acts once
     * @param version        the version of the entity that the person saw; null where it does not matter
     * @throws orgmemory.message.Rejected where it is refused
     * @throws HttpProblem                where it is malformed, stale, too late, or there is no answer
     */
    CommandReceipt issue(PersonId actor, String command, ObjectNode body, Locale language,
            String idempotencyKey,
            @Nullable Long version);

    /**
     * A command that was taken.
     *
     * @param id    plain id of what it was about
     * @param after what a read waits for that must show it; null where nothing had to be recorded
     */
    record CommandReceipt(String id, @Nullable String after) {
    }
}
