// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import orgmemory.access.CommandClient;
import orgmemory.message.people.PersonId;
import tools.jackson.databind.node.ObjectNode;

/** Stands where the deciding side would, and notes what pages ask for. */
public final class Noted implements CommandClient {

    /** What was asked for, as it reached the other side. */
    public record Asked(PersonId actor, String command, ObjectNode body, String key, @Nullable Long version) {
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException refusal;

    @Override
    public CommandReceipt issue(PersonId actor, String command, ObjectNode body, Locale language,
            String idempotencyKey,
            @Nullable Long version) {
        asked.add(new Asked(actor, command, body, idempotencyKey, version));
        if (refusal != null) {
            throw refusal;
        }
        return new CommandReceipt("new", null);
    }

    /** What was asked for since this was last asked. */
    public List<Asked> asked() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** From now on everything is refused; null for nothing. */
    public void refuses(@Nullable RuntimeException why) {
        refusal = why;
    }
}
