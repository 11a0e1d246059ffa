// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.AccountEvent;
import orgmemory.message.people.AreaMessages.AreaCommand;
import orgmemory.message.people.AreaMessages.AreaEvent;
import orgmemory.message.people.GrantMessages.GrantCommand;
import orgmemory.message.people.GrantMessages.GrantEvent;
import orgmemory.message.people.ManagerMessages.ManagerCommand;
import orgmemory.message.people.ManagerMessages.ManagerEvent;
import orgmemory.message.people.RegistrationMessages.RegistrationCommand;
import orgmemory.message.people.RegistrationMessages.RegistrationEvent;

/** All commands and events there are. A new messages file is one line in each list. */
public final class Catalogue {

    private static final List<Class<? extends Command>> COMMANDS = List.of(RegistrationCommand.class,
            ManagerCommand.class, AreaCommand.class, GrantCommand.class, AccountCommand.class,
            BudgetCommand.class, CorrectionCommand.class);

    private static final List<Class<? extends Event>> EVENTS = List.of(RegistrationEvent.class,
            ManagerEvent.class, AreaEvent.class, GrantEvent.class, AccountEvent.class, BudgetEvent.class,
            CorrectionEvent.class);

    private static final Map<String, Class<? extends Command>> BY_COMMAND_NAME = commands()
            .collect(toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final Map<String, Class<? extends Event>> BY_STORED_NAME = events()
            .collect(toUnmodifiableMap(event -> storedAs(event).value(), Function.identity()));

    private Catalogue() {
    }

    /** Every command record, by simple name: {@code ProposeBudgetCut}. */
    public static Map<String, Class<? extends Command>> commandsByName() {
        return BY_COMMAND_NAME;
    }

    /** Every event record, by stored name: {@code budget.cut-proposed}. */
    public static Map<String, Class<? extends Event>> eventsByStoredName() {
        return BY_STORED_NAME;
    }

    /** Command records in the order of their files. */
    public static Stream<Class<? extends Command>> commands() {
        return COMMANDS.stream().flatMap(group -> leaves(group));
    }

    /** Event records in the order of their files. */
    public static Stream<Class<? extends Event>> events() {
        return EVENTS.stream().flatMap(group -> leaves(group));
    }

    /** Under which name and revision an event is kept. */
    public static StoredAs storedAs(Class<?> event) {
        var storedAs = event.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalStateException(event.getSimpleName() + " lacks @StoredAs");
        }
        return storedAs;
    }

    @SuppressWarnings("unchecked")
    private static <T> Stream<Class<? extends T>> leaves(Class<? extends T> group) {
        var permitted = group.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(group)
                : Arrays.stream(permitted)
                        .map(part -> (Class<? extends T>) part)
                        .flatMap(part -> leaves(part));
    }
}
