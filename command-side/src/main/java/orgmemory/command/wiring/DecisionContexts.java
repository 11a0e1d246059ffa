// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.time.LocalDate;
import java.util.function.Supplier;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.Register;
import orgmemory.message.Envelope;
import org.axonframework.messaging.Message;

/** Makes the context of each decision: from the command's metadata, the register and the day. */
public final class DecisionContexts {

    private final Register register;
    private final Supplier<LocalDate> today;

    /** @param today the present day in the institute's time zone */
    public DecisionContexts(Register register, Supplier<LocalDate> today) {
        this.register = register;
        this.today = today;
    }

    DecisionContext of(Message<?> command) {
        return new DecisionContext(Envelope.of(command.getMetaData()), today.get(), register);
    }
}
