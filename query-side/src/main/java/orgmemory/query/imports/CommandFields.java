// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.Language;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;

/** Which fields of a command a row can fill, and those of its envelope. Whatever is taken over is attested as imported. */
public final class CommandFields {

    private static final String ENVELOPE = "envelope";

    private static final List<Field> SAID = List.of(
            new Field("envelope.occurredOn", LocalDate.class, false, false),
            new Field("envelope.onBehalfOf", Subject.class, false, false),
            new Field("envelope.story", Subject.class, false, false),
            new Field("envelope.sourceRef", String.class, false, false),
            new Field("envelope.language", Language.class, false, false),
            new Field("envelope.visibility", Visibility.class, false, false));

    private CommandFields() {
    }

    /**
     * A field.
     *
     * @param path     where it stands in the command: {@code title}, {@code envelope.occurredOn}, {@code lines.amountAgorot}
     * @param type     what it holds; of a list, what one of its elements is
     * @param required whether a command lacks something without it
     * @param list     whether it holds several, which stand in a cell with semicolons between
     */
    public record Field(String path, Class<?> type, boolean required, boolean list) {

        /** Its own name, without what it stands in. */
        public String name() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        boolean isAmount() {
            return name().endsWith("Agorot");
        }

        boolean isEnvelope() {
            return path.startsWith(ENVELOPE + ".");
        }
    }

    /** The command of that name; refused where there is none, or no row can fill it. */
    public static Class<? extends Command> command(String name) {
        var type = Catalogue.commandsByName().get(name);
        if (type == null || CorrectionCommand.class.isAssignableFrom(type)) {
            throw new Rejected(Rejected.Kind.MALFORMED, "import.command.unknown", name);
        }
        return type;
    }

    /** The command's fields in their order, then those of the envelope. */
    public static List<Field> of(String command) {
        var fields = new ArrayList<Field>();
        for (var component : command(command).getRecordComponents()) {
            fields.addAll(fields(component));
        }
        fields.addAll(SAID);
        return List.copyOf(fields);
    }

    /** The field that somebody names by its path or, where only one is called so, by its own name. */
    static Optional<Field> named(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.path().equals(name))
                .findFirst()
                .or(() -> fields.stream().filter(field -> field.name().equals(name)).findFirst());
    }

    private static List<Field> fields(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element) {
            return isPlain(element)
                    ? List.of(new Field(component.getName(), element, required(component), true))
                    : Stream.of(element.getRecordComponents())
                            .map(part -> new Field(component.getName() + "." + part.getName(), part.getType(),
                                    required(component) && required(part), false))
                            .toList();
        }
        return List.of(new Field(component.getName(), component.getType(), required(component), false));
    }

    private static boolean isPlain(Class<?> type) {
        return !type.isRecord() || Stream.of(type.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static boolean required(RecordComponent component) {
        return component.getType().isPrimitive() || Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(constraint -> component.getAccessor().isAnnotationPresent(constraint));
    }
}
