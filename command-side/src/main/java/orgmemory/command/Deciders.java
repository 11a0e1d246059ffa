// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** All deciders there are: whoever adds one adds its class, and nothing else. */
public final class Deciders {

    /**
     * A decider, with what it is about.
     *
     * @param name under which its snapshots are kept
     */
    public record Kind<S, C extends Command, E extends Event>(String name, Decider<S, C, E> decider,
            Class<S> state, Class<C> commands, Class<E> events) {

        /** As {@link Decider#decide}. */
        public List<E> decide(Object of, Command command, DecisionContext context) {
            return decider.decide(state.cast(of), commands.cast(command), context);
        }

        /** As {@link Decider#evolve}; events of other kinds leave the state as it is. */
        public Object evolve(Object of, Event event, Envelope envelope) {
            return events.isInstance(event)
                    ? decider.evolve(state.cast(of), events.cast(event), envelope)
                    : of;
        }

        List<RegisterEntry> registers(Event event, LocalDate day) {
            return decider.registers(events.cast(event), day);
        }

        List<RegisterRule> rules(Event event, LocalDate day) {
            return decider.rules(events.cast(event), day);
        }

        void mayCorrect(Event original, DecisionContext context) {
            decider.mayCorrect(events.cast(original), context);
        }

        void mayReplace(@Nullable Event before, Event right, List<Event> standing, DecisionContext context) {
            decider.mayReplace(before == null ? null : events.cast(before), events.cast(right), standing,
                    context);
        }
    }

    private static final Deciders ON_CLASS_PATH = find();

    private final List<Kind<?, ?, ?>> kinds = new ArrayList<>();
    private final Map<Class<? extends Command>, Kind<?, ?, ?>> byCommand = new LinkedHashMap<>();

    private Deciders() {
    }

    /** Those in the packages below this one. */
    public static Deciders onClassPath() {
        return ON_CLASS_PATH;
    }

    private static Deciders find() {
        var deciders = new Deciders();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Decider.class));
        scanner.findCandidateComponents(Deciders.class.getPackageName())
                .stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .sorted()
                .forEach(deciders::add);
        return deciders;
    }

    /** In the order of their classes' names. */
    public List<Kind<?, ?, ?>> all() {
        return List.copyOf(kinds);
    }

    /** Every command that some decider decides. */
    public Set<Class<? extends Command>> commands() {
        return Set.copyOf(byCommand.keySet());
    }

    /** The kind of stream that decides the command. */
    public Kind<?, ?, ?> of(Command command) {
        return Objects.requireNonNull(byCommand.get(command.getClass()));
    }

    /** The kind of stream whose state it is. */
    public Kind<?, ?, ?> ofState(Object state) {
        return kinds.stream().filter(kind -> kind.state().isInstance(state)).findFirst().orElseThrow();
    }

    /** The kind of stream that the event belongs to; empty for corrections, which are of every stream. */
    public Optional<Kind<?, ?, ?>> of(Event event) {
        return kinds.stream()
                .<Kind<?, ?, ?>>map(kind -> kind)
                .filter(kind -> kind.events().isInstance(event))
                .findFirst();
    }

    /** What an event of that day says to the register. */
    public List<RegisterEntry> registers(Event event, LocalDate day) {
        var says = of(event).map(kind -> kind.registers(event, day)).orElse(List.of());
        var dues = event.dues().stream().map(due -> RegisterEntry.due(due, day)).toList();
        return dues.isEmpty() ? says : Stream.concat(says.stream(), dues.stream()).toList();
    }

    /** What an event of that day asks of the register. */
    public List<RegisterRule> rules(Event event, LocalDate day) {
        return of(event).map(kind -> kind.rules(event, day)).orElse(List.of());
    }

    private void add(String className) {
        var type = ClassUtils.resolveClassName(className, Deciders.class.getClassLoader());
        var kind = kind((Decider<?, ?, ?>) BeanUtils.instantiateClass(type));
        kinds.add(kind);
        Catalogue.commands()
                .filter(kind.commands()::isAssignableFrom)
                .forEach(command -> {
                    var other = byCommand.put(command, kind);
                    if (other != null) {
                        throw new IllegalStateException(command.getSimpleName() + " is decided by both "
                                + other.name() + " and " + kind.name());
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static <S, C extends Command, E extends Event> Kind<S, C, E> kind(Decider<S, C, E> decider) {
        var types = Objects.requireNonNull(
                GenericTypeResolver.resolveTypeArguments(decider.getClass(), Decider.class));
        return new Kind<>(decider.getClass().getSimpleName(), decider, (Class<S>) types[0],
                (Class<C>) types[1], (Class<E>) types[2]);
    }
}
