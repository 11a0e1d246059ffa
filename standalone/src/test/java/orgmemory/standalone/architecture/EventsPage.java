// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.IssuedBy;
import org.jspecify.annotations.Nullable;

/** The page of all commands and events, made from the code and its comments. */
final class EventsPage {

    private static final String HEAD = """
            # Commands and events

            This page is made from the code; a test compares the two, and says how to make the page again.

            A command is asked of the memory by somebody in one of the capacities named with it, and becomes
            the events that stand after it, or is refused. Events are kept under their stored names for ever.
            A field with a question mark may be absent. Amounts are whole agorot. Beside its fields every
            event carries who, when and in which capacity, in its
            [envelope](../messages/src/main/java/orgmemory/message/Envelope.java).
            """;

    private final Set<Class<?>> files = new LinkedHashSet<>();

    private EventsPage() {
        Stream.concat(Catalogue.commands(), Catalogue.events()).forEach(message -> files.add(file(message)));
    }

    static String ofTheCode() {
        var page = new EventsPage();
        return HEAD + page.files.stream()
                .map(file -> file.getPackageName())
                .distinct()
                .map(page::topic)
                .collect(joining());
    }

    private String topic(String packageName) {
        var name = packageName.substring(packageName.lastIndexOf('.') + 1);
        return "\n## " + (name.equals("message") ? "of every topic" : name) + "\n" + files.stream()
                .filter(file -> file.getPackageName().equals(packageName))
                .map(EventsPage::section)
                .collect(joining());
    }

    private static String section(Class<?> file) {
        var comments = new MessageComments(file);
        var path = "../messages/src/main/java/" + file.getName().replace('.', '/') + ".java";
        return "\n### [" + file.getSimpleName() + "](" + path + ")\n\n" + comments.of(file.getSimpleName())
                + "\n\n| | name | fields |\n|---|---|---|\n"
                + declared(file).map(message -> row(message, comments)).collect(joining());
    }

    private static String row(Class<?> message, MessageComments comments) {
        var said = comments.of(message.getSimpleName());
        return "| " + kind(message) + " | **" + message.getSimpleName() + "**"
                + (said.isEmpty() ? "" : "<br>" + said) + " | " + fields(message) + " |\n";
    }

    private static String kind(Class<?> message) {
        if (Event.class.isAssignableFrom(message)) {
            var storedAs = Catalogue.storedAs(message);
            return "event `" + storedAs.value() + "`, revision " + storedAs.revision();
        }
        var issuedBy = message.getAnnotation(IssuedBy.class);
        return "command of " + (issuedBy == null
                ? "nobody"
                : Arrays.stream(issuedBy.value()).map(Capacity::name).collect(joining(", ")));
    }

    private static String fields(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .map(field -> "`" + field.getName() + "`" + (optional(field) ? "?" : "") + " "
                        + type(field.getGenericType()))
                .collect(joining(", "));
    }

    private static boolean optional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || Arrays.stream(field.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("NewId"));
    }

    private static String type(Type type) {
        return switch (type) {
            case ParameterizedType list -> "list of " + type(list.getActualTypeArguments()[0]);
            case Class<?> plain -> plain.getSimpleName();
            default -> type.getTypeName();
        };
    }

    /** The messages of a file as its catalogue knows them, each command before the events it causes. */
    private static Stream<Class<?>> declared(Class<?> file) {
        List<Class<?>> messages = Stream.concat(Catalogue.commands(), Catalogue.events())
                .<Class<?>>map(message -> message)
                .filter(message -> file(message).equals(file))
                .toList();
        var order = new MessageComments(file).order();
        return messages.stream()
                .sorted((one, other) -> Integer.compare(order.indexOf(one.getSimpleName()),
                        order.indexOf(other.getSimpleName())));
    }

    private static Class<?> file(Class<?> message) {
        if (!Command.class.isAssignableFrom(message) && !Event.class.isAssignableFrom(message)) {
            throw new IllegalArgumentException(message + " is no message");
        }
        return message.getDeclaringClass();
    }
}
