// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import orgmemory.journal.Receipt;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a command that was taken.
 *
 * @param id       plain id of what the command was about
 * @param stream   where it was decided
 * @param entity   what it was about
 * @param version  the entity's version, for the next {@code If-Match}
 * @param after    for reads that must include it; absent where nothing had to be recorded
 * @param position of its last event; absent where nothing had to be recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandAnswer(String id, Subject stream, Subject entity, long version, @Nullable String after,
        @Nullable Long position) {

    static CommandAnswer of(Receipt receipt) {
        return new CommandAnswer(receipt.entity().id(), receipt.stream(), receipt.entity(), receipt.version(),
                receipt.after(), receipt.position());
    }
}
