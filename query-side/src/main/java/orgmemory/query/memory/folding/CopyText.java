// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's COPY text format, the fastest way in. */
final class CopyText {

    private final StringBuilder rows = new StringBuilder(64 * 1024);

    /** Adds a row. A collection becomes an array. */
    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            switch (values[i]) {
                case null -> rows.append("\\N");
                case String text -> escaped(text);
                case Collection<?> many -> escaped(array(many));
                case Object other -> rows.append(other);
            }
        }
        rows.append('\n');
    }

    /**
     * Sends all rows to the table and columns, and is empty again. They go as bytes: of characters the driver makes bytes a
     * buffer at a time, and replaces both halves of a code point that stands across two buffers.
     */
    void into(Connection connection, String target) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin with (encoding 'UTF8')",
                            new ByteArrayInputStream(bytes), 64 * 1024);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rows.setLength(0);
    }

    private static String array(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void escaped(String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            var escape = escape(text.charAt(i));
            if (escape != null) {
                rows.append(text, written, i).append(escape);
                written = i + 1;
            }
        }
        rows.append(text, written, text.length());
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            // PostgreSQL has no such character, and nobody misses it.
            case '\0' -> "";
            default -> null;
        };
    }
}
