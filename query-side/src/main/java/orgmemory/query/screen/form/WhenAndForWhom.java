// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Attestation;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.OfType;
import orgmemory.message.Subject;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Page;

/**
 * What somebody says beside a command: it becomes the command's envelope. Unless they say otherwise it happened today, and
 * they tell of themselves.
 *
 * @param occurredOn  the day it happened
 * @param onBehalfOf  the person or body who spoke
 * @param attestation on whose word it stands
 * @param sourceRef   meeting and item, or document
 */
record WhenAndForWhom(@Nullable LocalDate occurredOn,
        @OfType( {
                PersonId.class, BodyId.class}) @Nullable Subject onBehalfOf,
        @Nullable Attestation attestation,
        @Nullable @Size(max = 300) String sourceRef){

    /** The names under which it is typed begin so. */
    static final String PREFIX = "envelope.";

    /** Under which the day is typed. */
    static final String DAY = PREFIX + "occurredOn";

    /** Whether it is asked for beside the command: what puts a fact right happens when it is recorded. */
    static boolean isFor(Class<? extends Command> command) {
        return !CorrectionCommand.class.isAssignableFrom(command);
    }

    static List<Field> fields() {
        return CommandFields.of(WhenAndForWhom.class);
    }

    /** The fields that are asked for beside a command: not the day, where the command tells it itself. */
    static List<Field> fields(Class<? extends Command> command) {
        boolean ownDay = CommandFields.ownDay(command).isPresent();
        return fields().stream().filter(field -> !ownDay || !field.name().equals("occurredOn")).toList();
    }

    /** What differs from the usual beside a command, by name with the prefix. */
    static Map<String, String> chosen(Map<String, String> typed, Page page,
            Class<? extends Command> command) {
        var chosen = chosen(typed, page);
        if (CommandFields.ownDay(command).isPresent()) {
            chosen.remove(DAY);
        }
        return chosen;
    }

    /** What differs from the usual, by name with the prefix. */
    static Map<String, String> chosen(Map<String, String> typed, Page page) {
        var chosen = new LinkedHashMap<String, String>();
        for (var field : fields()) {
            var value = typed.getOrDefault(PREFIX + field.name(), "");
            if (!value.isEmpty() && !value.equals(usual(field, page))) {
                chosen.put(PREFIX + field.name(), value);
            }
        }
        return chosen;
    }

    /** What holds unless somebody says otherwise. */
    static String usual(Field field, Page page) {
        return switch (field.name()) {
            case "occurredOn" -> page.today().toString();
            case "attestation" -> Attestation.SELF.name();
            default -> "";
        };
    }
}
