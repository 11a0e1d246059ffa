// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orgmemory.query.memory.history.Folded;
import orgmemory.query.memory.history.Version;
import org.jspecify.annotations.Nullable;

/** Writes what folding adds: history by COPY, and one merge of the newest versions. */
final class VersionTables {

    private static final String MERGE = """
            insert into memory.present (view, key, day, known, state, c1, c2, c3)
            select ?, * from unnest(?::text[], ?::date[], ?::bigint[], ?::json[], ?::text[], ?::text[], ?::text[])
            on conflict (view, key) do update set day = excluded.day, known = excluded.known,
            state = excluded.state, c1 = excluded.c1, c2 = excluded.c2, c3 = excluded.c3""";

    private VersionTables() {
    }

    static void write(Connection connection, int view, Folded folded) throws SQLException {
        var versions = new CopyText();
        for (var version : folded.versions()) {
            versions.row(view, version.key(), version.day(), version.known(), version.state());
        }
        versions.into(connection, "memory.version (view, key, day, known, state)");
        var touches = new CopyText();
        for (var touch : folded.touches()) {
            touches.row(view, touch.key(), touch.position());
        }
        touches.into(connection, "memory.touch (view, key, position)");
        merge(connection, view, new ArrayList<>(folded.present()));
    }

    private static void merge(Connection connection, int view, List<Version> present) throws SQLException {
        if (present.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(MERGE)) {
            statement.setInt(1, view);
            column(statement, 2, present, Version::key);
            column(statement, 3, present, version -> version.day().toString());
            column(statement, 4, present, version -> Long.toString(version.known()));
            column(statement, 5, present, Version::state);
            for (int i = 0; i < 3; i++) {
                int at = i;
                column(statement, 6 + i, present,
                        version -> at < version.columns().size() ? version.columns().get(at) : "");
            }
            statement.executeUpdate();
        }
    }

    private static void column(PreparedStatement statement, int parameter, List<Version> present,
            Function<Version, @Nullable String> value) throws SQLException {
        var values = present.stream().map(value).toArray(String[]::new);
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", values));
    }
}
