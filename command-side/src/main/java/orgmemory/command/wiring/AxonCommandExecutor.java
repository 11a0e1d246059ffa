// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.concurrent.atomic.AtomicReference;
import orgmemory.command.DecisionContext;
import orgmemory.command.http.CommandExecutor;
import orgmemory.command.http.LostRace;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.Journal;
import orgmemory.journal.Receipt;
import orgmemory.journal.axon.ChainedEvents;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Decides with Axon's aggregates. A decision that rests on a state on which others have gone on is a lost race. */
final class AxonCommandExecutor implements CommandExecutor {

    private final CommandBus bus;
    private final Journal journal;

    AxonCommandExecutor(CommandBus bus, Journal journal) {
        this.bus = bus;
        this.journal = journal;
    }

    @Override
    public @Nullable Receipt decide(Command command, Envelope envelope, AppendConditions conditions) {
        var execution = new CommandExecution(conditions);
        try {
            execution.run(() -> send(command, envelope));
            return conditions.receipt();
        } catch (ConcurrencyException lost) {
            throw new LostRace(lost);
        } catch (Rejected refusal) {
            // It has rolled back, which has taken the aggregate from the cache: another look reads it anew.
            throw hasMovedOn(command, execution) ? new LostRace(refusal) : refusal;
        }
    }

    /** Another process on the same database may have appended since the aggregate was cached here. */
    private boolean hasMovedOn(Command command, CommandExecution execution) {
        var loaded = execution.loadedSequence();
        var chained = ChainedEvents.lastSequence(command.stream());
        return loaded.isPresent()
                && !loaded.equals(chained.isPresent() ? chained : journal.lastSequence(command.stream()));
    }

    private void send(Command command, Envelope envelope) {
        var message = new GenericCommandMessage<>(
                new GenericMessage<>(envelope.commandId(), command, envelope.toMetadata()),
                command.getClass().getName());
        var failed = new AtomicReference<@Nullable Throwable>();
        // The bus works on this thread, so the answer is there when it returns.
        bus.dispatch(message, (sent, result) -> failed
                .set(result.isExceptional() ? result.exceptionResult() : null));
        var failure = failed.get();
        if (failure != null) {
            throw refusal(command, failure);
        }
    }

    private static RuntimeException refusal(Command command, Throwable failure) {
        return switch (failure) {
            case AggregateNotFoundException _ -> DecisionContext.unknown(command.stream());
            case CommandExecutionException wrapped when wrapped.getCause() != null -> refusal(command,
                    wrapped.getCause());
            case RuntimeException refusal -> refusal;
            default -> new IllegalStateException(failure);
        };
    }
}
