// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as it was read: a command, or what is wrong with it, or that it was left out.
 *
 * @param number  of the row, as spreadsheets show it
 * @param texts   what stands in the row for each field, by the field's path
 * @param body    the command's body with its envelope; null where the row was left out
 * @param key     under which it acts once, however often the file is loaded
 * @param wrong   what is wrong, a sentence each, in the reader's language; none where it is right
 * @param leftOut why it is no command of its own, in the reader's language; null for a command
 */
public record ReadRow(int number, Map<String, String> texts, @Nullable ObjectNode body, String key,
        List<String> wrong, @Nullable String leftOut) {

    private static final int SHOWN = 120;

    /** Whether it can be sent. */
    public boolean isRight() {
        return body != null && wrong.isEmpty();
    }

    /** What stands there for a field, as far as a table shows it. */
    public String shown(String path) {
        return RowReader.shortened(texts.getOrDefault(path, ""), SHOWN);
    }

    /** The body of a command to send. */
    public ObjectNode sent() {
        return Objects.requireNonNull(body).deepCopy();
    }

    ReadRow wrong(List<String> why) {
        return new ReadRow(number, texts, body, key, why, leftOut);
    }
}
