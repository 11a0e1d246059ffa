// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.function.Supplier;
import orgmemory.command.register.Register;
import orgmemory.message.Envelope;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Gives every command handler its {@link Circumstances}: from the command's metadata, the register and the day. */
public final class CircumstancesResolver
        implements
            ParameterResolverFactory,
            ParameterResolver<Circumstances> {

    private final Register register;
    private final Supplier<LocalDate> today;

    /** @param today the present day in the institute's time zone */
    public CircumstancesResolver(Register register, Supplier<LocalDate> today) {
        this.register = register;
        this.today = today;
    }

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters,
            int index) {
        return parameters[index].getType() == Circumstances.class ? this : null;
    }

    @Override
    public Circumstances resolveParameterValue(Message<?> message) {
        return new Circumstances(Envelope.of(message.getMetaData()), today.get(), register);
    }

    @Override
    public boolean matches(Message<?> message) {
        return message instanceof CommandMessage;
    }
}
