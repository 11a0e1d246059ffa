// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows in PostgreSQL's COPY text format, the fastest way in. */
final class CopyText {

    private final StringBuilder rows = new StringBuilder(64 * 1024);
    private boolean inRow;

    CopyText value(@Nullable Object value) {
        if (inRow) {
            rows.append('\t');
        }
        inRow = true;
        switch (value) {
            case null -> rows.append("\\N");
            case String text -> escaped(text);
            default -> rows.append(value);
        }
        return this;
    }

    CopyText array(Collection<?> values) {
        var literal = new StringBuilder("{");
        for (var value : values) {
            if (literal.length() > 1) {
                literal.append(',');
            }
            literal.append('"')
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return value(literal.append('}').toString());
    }

    void endRow() {
        rows.append('\n');
        inRow = false;
    }

    /** Sends all rows to the table and columns, and is empty again. */
    void into(Connection connection, String target) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new StringReader(rows.toString()), 64 * 1024);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rows.setLength(0);
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> {
                    // PostgreSQL has no such character, and nobody misses it.
                }
                default -> rows.append(c);
            }
        }
    }
}
