// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import orgmemory.message.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the aggregate by the command's stream, on both engines alike. */
final class StreamTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).stream().toString(),
                (Long) null);
    }
}
