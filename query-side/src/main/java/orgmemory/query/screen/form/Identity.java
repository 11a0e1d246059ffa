// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Command.SeenBefore;
import orgmemory.message.Id;
import orgmemory.query.screen.form.Field.Kind;

/**
 * Which fields of a command say what it is about: those that all commands of its group have. The first is of the whole whose
 * stream decides, the last of the very thing.
 */
final class Identity {

    /** Of which whole the things of a type are parts: lines, rounds and proposals are parts of a budget year. */
    private static final Map<Class<?>, Class<?>> WHOLES = wholes();

    private Identity() {
    }

    /** The fields of ids that say what the command is about, from the whole to the part. */
    static List<Field> of(Class<? extends Command> command) {
        return CommandFields.of(command)
                .stream()
                .filter(field -> Id.class.isAssignableFrom(field.type()) && declaring(command, field) != null)
                .sorted(Comparator
                        .comparingLong(field -> depth(Objects.requireNonNull(declaring(command, field)))))
                .toList();
    }

    /** The field of the part that the command is about; empty where it is about a whole, or creates the part. */
    static Optional<Field> part(Class<? extends Command> command) {
        var identity = of(command);
        return Optional.of(identity)
                .filter(fields -> fields.size() > 1)
                .map(List::getLast)
                .filter(field -> field.is(Kind.THING));
    }

    /** The field of the thing whose version counts: a part, or what whoever issues the command has to have seen. */
    static Optional<Field> versioned(Class<? extends Command> command) {
        return command.isAnnotationPresent(SeenBefore.class) ? thing(command) : part(command);
    }

    /** The field of what stands already and the command is about: a part, or the whole to which it adds one. */
    static Optional<Field> thing(Class<? extends Command> command) {
        return of(command).stream().filter(field -> field.is(Kind.THING)).reduce((_, last) -> last);
    }

    /**
     * The field from whose value the field of the whole follows, since what it names is a part of that; empty where the whole
     * has to be named.
     */
    static Optional<Field> leading(Class<? extends Command> command, Field whole) {
        return CommandFields.of(command)
                .stream()
                .filter(field -> field.is(Kind.THING) && field.required()
                        && whole.type() == WHOLES.get(field.type()))
                .findFirst();
    }

    /** What things named by a type of ids are called in subjects: {@code budget-year}. */
    static String typeName(Class<?> id) {
        return Id.typeName(id.asSubclass(Id.class));
    }

    private static Map<Class<?>, Class<?>> wholes() {
        var wholes = new HashMap<Class<?>, Class<?>>();
        Catalogue.commands().forEach(command -> {
            var identity = of(command);
            if (identity.size() > 1) {
                wholes.put(identity.getLast().type(), identity.getFirst().type());
            }
        });
        return Map.copyOf(wholes);
    }

    private static @Nullable Class<?> declaring(Class<?> command, Field field) {
        return groups(command)
                .filter(group -> Command.class.isAssignableFrom(group) && group != Command.class)
                .filter(group -> Stream.of(group.getDeclaredMethods())
                        .map(Method::getName)
                        .anyMatch(field.name()::equals))
                .findFirst()
                .orElse(null);
    }

    /** The interfaces of a type, and theirs. */
    private static Stream<Class<?>> groups(Class<?> type) {
        return Stream.of(type.getInterfaces())
                .flatMap(group -> Stream.concat(Stream.of(group), groups(group)));
    }

    private static long depth(Class<?> group) {
        return groups(group).count();
    }
}
