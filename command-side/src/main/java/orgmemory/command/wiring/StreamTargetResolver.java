// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import orgmemory.message.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command says itself which stream decides it. Versions are the entity's and are checked by the journal. */
final class StreamTargetResolver implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof Command asked) {
            return new VersionedAggregateIdentifier((Object) asked.stream().toString(), null);
        }
        throw new IllegalArgumentException(command.getPayloadType().getSimpleName() + " is not a command");
    }
}
