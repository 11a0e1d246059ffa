// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** Every id that a fact names, at whatever depth. */
final class NamedIds {

    private NamedIds() {
    }

    static Stream<Subject> in(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Subject subject -> Stream.of(subject);
            case Id id -> Stream.of(id.subject());
            case List<?> values -> values.stream().flatMap(NamedIds::in);
            case Record fields -> Arrays.stream(fields.getClass().getRecordComponents())
                    .flatMap(field -> in(Fields.value(fields, field)));
            default -> Stream.empty();
        };
    }
}
