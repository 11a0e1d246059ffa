// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/** All commands and events there are: those of the files below this package whose name ends in Messages. */
public final class Catalogue {

    private static final String FILES = "orgmemory/message/**/*Messages.class";

    private static final List<Class<?>> GROUPS = groups();

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

    /** Command records in the order of their files' names, and as they stand in each. */
    public static Stream<Class<? extends Command>> commands() {
        return records(Command.class);
    }

    /** Event records in the order of their files' names, and as they stand in each. */
    public static Stream<Class<? extends Event>> events() {
        return records(Event.class);
    }

    /** Under which name and revision an event is kept. */
    public static StoredAs storedAs(Class<?> event) {
        var storedAs = event.getAnnotation(StoredAs.class);
        if (storedAs == null) {
            throw new IllegalStateException(event.getSimpleName() + " lacks @StoredAs");
        }
        return storedAs;
    }

    /** The sealed interfaces of all files: a file has one of its commands and one of its events. */
    private static List<Class<?>> groups() {
        var loader = Catalogue.class.getClassLoader();
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(loader).getResources(
                    PathMatchingResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + FILES))
                    .map(Catalogue::className)
                    .sorted()
                    .distinct()
                    .map(name -> ClassUtils.resolveClassName(name, loader))
                    .<Class<?>>flatMap(file -> Arrays.stream(file.getDeclaredClasses()))
                    .filter(Class::isSealed)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The messages cannot be found on the class path", unreadable);
        }
    }

    private static String className(Resource file) {
        try {
            var url = file.getURL().toString();
            var path = url.substring(url.lastIndexOf(FILES.substring(0, FILES.indexOf('*'))));
            return path.substring(0, path.length() - ".class".length()).replace('/', '.');
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A group may be a part of another one; its records are those that it permits itself. */
    private static <T> Stream<Class<? extends T>> records(Class<T> kind) {
        return GROUPS.stream()
                .filter(kind::isAssignableFrom)
                .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .map(message -> message.asSubclass(kind));
    }
}
