// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.automation;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.command.Deciders;
import orgmemory.command.register.Register;
import orgmemory.journal.StoredEvent;
import orgmemory.message.Command;
import orgmemory.message.Event;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * All that the service does of itself.
 *
 * @param following what follows facts, by name
 * @param deadlines what is done on a day, by its matter
 */
public record Automations(List<Following<?>> following, Map<String, Deadline> deadlines) {

    /** An automation with its name and what it follows. */
    public record Following<E extends Event>(String name, Class<E> events, Automation<E> automation) {

        static <E extends Event> Following<E> of(Automation<E> automation) {
            @SuppressWarnings("unchecked")
            var events = (Class<E>) Objects.requireNonNull(
                    GenericTypeResolver.resolveTypeArgument(automation.getClass(), Automation.class));
            return new Following<>(automation.getClass().getSimpleName(), events, automation);
        }

        List<Command> react(StoredEvent fact, Register register) {
            return events.isInstance(fact.event())
                    ? automation.react(events.cast(fact.event()), fact.envelope(), register)
                    : List.of();
        }
    }

    /** These, and no others; two of one matter are refused. */
    public static Automations of(List<? extends Automation<?>> automations,
            List<? extends Deadline> deadlines) {
        var following = new ArrayList<Following<?>>();
        automations.forEach(each -> following.add(Following.of(each)));
        following.sort(Comparator.comparing(Following::name));
        return new Automations(List.copyOf(following), deadlines.stream()
                .collect(toUnmodifiableMap(Deadline::what, each -> each)));
    }

    /** Those in the packages of the deciding side: whoever adds one adds its class, and nothing else. */
    public static Automations onClassPath() {
        return of(found(Automation.class).<Automation<?>>map(each -> (Automation<?>) each).toList(),
                found(Deadline.class).toList());
    }

    private static <T> Stream<T> found(Class<T> kind) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        return scanner.findCandidateComponents(Deciders.class.getPackageName())
                .stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .map(name -> ClassUtils.resolveClassName(name, kind.getClassLoader()))
                .map(type -> kind.cast(BeanUtils.instantiateClass(type)));
    }
}
