// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import orgmemory.journal.append.GroupCommit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InsertOnlyTest {

    private static final TestDatabase DATABASE = TestDatabase.with("journal");

    @BeforeAll
    static void record_a_claimed_and_answered_event() {
        try (var commits = new GroupCommit(DATABASE.app(), new EventCodec(), Clock.systemUTC(), List.of())) {
            commits.append(List.of(Facts.next(Facts.cut("BY2017", "C-1", 5))),
                    new AppendConditions("P1 key", "hash", null));
        }
        new Journal(DATABASE.app(), new EventCodec()).setting("zone", "Asia/Jerusalem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal.event set payload = ''", "delete from journal.event",
            "truncate journal.event", "update journal.claim set event_id = ''", "delete from journal.claim",
            "truncate journal.claim", "update journal.answer set request_hash = ''",
            "delete from journal.answer", "truncate journal.answer", "update journal.setting set value = ''",
            "drop table journal.event", "alter table journal.event disable trigger insert_only"})
    void the_application_may_not(String sql) {
        assertThatThrownBy(() -> execute(DATABASE.app(), sql)).isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event   | payload = ''
            claim   | event_id = ''
            answer  | request_hash = ''
            setting | value = ''
            """)
    void nor_may_the_owner_of_the_tables(String table, String change) throws SQLException {
        int before = count(table);
        assertThat(before).isPositive();
        for (var sql : List.of("update journal." + table + " set " + change, "delete from journal." + table,
                "truncate journal." + table,
                "set session_replication_role = replica; delete from journal." + table)) {
            assertThatThrownBy(() -> execute(DATABASE.owner(), sql)).hasMessageContaining("insert-only");
        }
        assertThat(count(table)).isEqualTo(before);
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String table) throws SQLException {
        try (var connection = DATABASE.app().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from journal." + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
