// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseTest {

    @Test
    void preparing_again_changes_nothing() {
        var database = TestDatabase.with("journal");
        new Journal(database.app(), new EventCodec()).setting("zone", "Asia/Jerusalem");
        Database.prepare(database.owner(), "journal");
        assertThat(new Journal(database.app(), new EventCodec()).setting("zone", "Europe/Paris"))
                .isEqualTo("Asia/Jerusalem");
    }

    @Test
    void an_owner_who_may_little_can_use_the_role_that_was_made_before() throws SQLException {
        var database = TestDatabase.with("journal");
        execute(database, "create role plain login; grant orgmemory_app to plain;"
                + " grant create on database " + database.name() + " to plain");
        var owner = new PGSimpleDataSource();
        owner.setURL(database.jdbcUrl());
        owner.setUser("plain");
        Database.prepare(owner, "plain");
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(Database.AS_APPLICATION);
            assertThat(statement.executeQuery("select count(*) from plain.thing").next()).isTrue();
            assertThatThrownBy(() -> statement.execute("drop table plain.thing"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_schema_of_a_later_release_is_refused() throws SQLException {
        var database = TestDatabase.with("journal");
        execute(database,
                "insert into journal.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success)"
                        + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', 1, true)");
        assertRefused(database, "The schema journal of the database is not this release's");
    }

    @Test
    void a_journal_with_events_of_a_later_release_is_refused() throws SQLException {
        var database = TestDatabase.with("journal");
        // An earlier release knew fewer events, which is nothing to refuse.
        Database.prepare(database.owner(), "journal");
        execute(database, "insert into journal.setting values"
                + " ('event:budget.cut-dreamt revision 1', 'budget.cut-dreamt revision 1')");
        assertRefused(database,
                "The journal is a newer release's, which records budget.cut-dreamt revision 1;");
    }

    @Test
    void a_journal_with_a_later_revision_of_an_event_is_refused() throws SQLException {
        var database = TestDatabase.with("journal");
        execute(database, "insert into journal.setting values"
                + " ('event:budget.cut-proposed revision 99', 'budget.cut-proposed revision 99')");
        assertRefused(database, "The journal is a newer release's");
    }

    @Test
    void a_schema_whose_scripts_were_others_is_refused() throws SQLException {
        var database = TestDatabase.with("journal");
        execute(database, "update journal.flyway_schema_history set checksum = 1 where version = '1'");
        assertRefused(database, "The schema journal of the database is not this release's");
    }

    @Test
    void a_foreign_schema_of_the_same_name_is_refused() throws SQLException {
        var database = TestDatabase.with();
        execute(database, "create schema journal; create table journal.event (id int)");
        assertRefused(database, "The schema journal of the database is not this release's");
    }

    @Test
    void a_schema_without_scripts_is_refused() {
        var database = TestDatabase.with();
        assertThatThrownBy(() -> Database.prepare(database.owner(), "nonsense"))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void a_database_that_answers_before_it_has_written_is_refused() throws SQLException {
        var database = TestDatabase.with();
        execute(database, "alter database " + database.name() + " set synchronous_commit = off");
        assertRefused(database, "The database runs with synchronous_commit off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void a_server_that_may_lose_what_it_wrote_is_refused(String setting) throws IOException, SQLException {
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig(setting, "off")
                .start()) {
            assertThatThrownBy(() -> Database.prepare(server.getPostgresDatabase(), "journal"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(setting + " off")
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void a_server_that_is_too_old_is_refused() {
        assertThatThrownBy(() -> Database.refuseUnlessRecent(170_006, "17.6"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database is PostgreSQL 17.6, but version 18 or later is needed.");
        Database.refuseUnlessRecent(180_000, "18.0");
    }

    @Test
    void a_database_that_is_not_there_is_refused() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://localhost:1/nothing");
        assertThatThrownBy(() -> Database.prepare(nowhere, "journal")).isInstanceOf(StartRefused.class);
    }

    private static void assertRefused(TestDatabase database, String beginning) {
        assertThatThrownBy(() -> Database.prepare(database.owner(), "journal"))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(beginning)
                .message()
                .doesNotContain("\n")
                .endsWith(".");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
