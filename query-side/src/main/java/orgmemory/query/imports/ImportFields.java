// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.time.LocalDate;
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
import orgmemory.query.screen.form.CommandFields;
import orgmemory.query.screen.form.Field;

/** Which fields of a command a row can fill, and those of its envelope. Whatever is taken over is attested as imported. */
public final class ImportFields {

    private static final String ENVELOPE = "envelope";

    private static final List<ImportField> SAID = List.of(
            new ImportField("envelope.occurredOn", LocalDate.class, false, false),
            new ImportField("envelope.onBehalfOf", Subject.class, false, false),
            new ImportField("envelope.story", Subject.class, false, false),
            new ImportField("envelope.sourceRef", String.class, false, false),
            new ImportField("envelope.language", Language.class, false, false),
            new ImportField("envelope.visibility", Visibility.class, false, false));

    private ImportFields() {
    }

    /**
     * A field.
     *
     * @param path     where it stands in the command: {@code title}, {@code envelope.occurredOn}, {@code lines.amountAgorot}
     * @param type     what it holds; of a list, what one of its elements is
     * @param required whether a command lacks something without it
     * @param list     whether it holds several, which stand in a cell with semicolons between
     */
    public record ImportField(String path, Class<?> type, boolean required, boolean list) {

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
    public static List<ImportField> of(String command) {
        return Stream
                .concat(CommandFields.of(command(command)).stream().flatMap(ImportFields::fields),
                        SAID.stream())
                .toList();
    }

    /** The field that somebody names by its path or, where only one is called so, by its own name. */
    static Optional<ImportField> named(List<ImportField> fields, String name) {
        return fields.stream()
                .filter(field -> field.path().equals(name))
                .findFirst()
                .or(() -> fields.stream().filter(field -> field.name().equals(name)).findFirst());
    }

    /** The fields of a part stand in the row itself: a row fills one part. */
    private static Stream<ImportField> fields(Field field) {
        if (!field.is(Field.Kind.LIST)) {
            return Stream.of(new ImportField(field.name(), field.type(), field.required(), false));
        }
        return field.ofPlainParts()
                ? Stream.of(new ImportField(field.name(), field.type(), field.required(), true))
                : field.parts()
                        .stream()
                        .map(part -> new ImportField(field.name() + "." + part.name(), part.type(),
                                field.required() && part.required(), false));
    }
}
