// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.OptionalLong;
import orgmemory.journal.AppendConditions;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.commandhandling.CommandMessage;
import org.jspecify.annotations.Nullable;

/** One decision under way: on which conditions it appends, and which state of the aggregate it looked at. */
final class CommandExecution {

    private static final ScopedValue<CommandExecution> CURRENT = ScopedValue.newInstance();

    private final AppendConditions conditions;
    private @Nullable Long loadedSequence;

    CommandExecution(AppendConditions conditions) {
        this.conditions = conditions;
    }

    /** Runs a decision; parts further in find the execution by the methods below. */
    void run(Runnable decision) {
        ScopedValue.where(CURRENT, this).run(decision);
    }

    /** The last sequence of the stream as the decision knew it; empty where it knew of none. */
    OptionalLong loadedSequence() {
        return loadedSequence == null ? OptionalLong.empty() : OptionalLong.of(loadedSequence);
    }

    /** Told by the repository. */
    static void loaded(@Nullable Long sequence) {
        if (CURRENT.isBound()) {
            CURRENT.get().loadedSequence = sequence;
        }
    }

    /** Puts the conditions where the journal's engine looks for them. */
    static final class Conditions implements MessageHandlerInterceptor<CommandMessage<?>> {

        @Override
        public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
                throws Exception {
            if (CURRENT.isBound()) {
                unit.root().resources().put(AppendConditions.RESOURCE, CURRENT.get().conditions);
            }
            return chain.proceed();
        }
    }
}
