// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import orgmemory.journal.Journal;
import orgmemory.standalone.postgres.PostgresServer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may start what: each refusal is one sentence that says what would help. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartTest {

    @Test
    void the_first_keeper_opens_an_empty_memory_once(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            assertThat(memory.bean(Journal.class).head()).isZero();
            var token = memory.firstKeeper();
            memory.taken(token, "RegisterInstitute", "{\"instituteId\": \"ours\", \"name\": \"Ours\"}");
            assertThat(refusal(data)).contains("Another service is using the data folder");
        }
        assertThat(refusal(data, "--demo")).contains("holds something else than the demo");
        try (var memory = RunningMemory.start(data)) {
            assertThat(memory.bean(Journal.class).head()).isEqualTo(3);
        }
    }

    @Test
    void a_taken_port_is_told_in_one_sentence_before_anything_is_started(@TempDir Path data)
            throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatConsoleSays(data, "--server.port=" + taken.getLocalPort())
                    .isEqualTo("Port " + taken.getLocalPort()
                            + " is taken; choose another with --server.port=<port>.");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void a_port_that_is_none_is_told_in_one_sentence(@TempDir Path data) {
        for (var port : List.of("--server.port=", "--server.port=65536", "--server.port=-1")) {
            assertThat(refusal(data, port)).startsWith("--server.port needs a number");
        }
        assertThat(refusal(data, "--server.port=http")).isEqualTo("--server.port=http is not understood.");
        assertThat(refusal(data, "--server.address=192.0.2.1"))
                .startsWith("Port 0 of 192.0.2.1 cannot be used: ");
    }

    @Test
    void a_second_start_on_the_same_folder_is_told_in_one_sentence_and_harms_nobody(@TempDir Path data)
            throws Exception {
        try (var memory = RunningMemory.start(data)) {
            assertThatConsoleSays(data, "--server.port=0")
                    .isEqualTo("Another service is using the data folder " + data + ".");
            memory.taken(memory.firstKeeper(), "RegisterBody",
                    "{\"bodyId\": \"board\", \"name\": \"Board\"}");
        }
    }

    @Test
    void a_folder_of_a_newer_release_is_told_in_one_sentence(@TempDir Path data) throws Exception {
        RunningMemory.start(data).close();
        asOwner(data, "insert into journal.setting values ('event:budget.cut-dreamt revision 1',"
                + " 'budget.cut-dreamt revision 1')");
        assertThatConsoleSays(data, "--server.port=0").startsWith("The journal is a newer release's");
        asOwner(data, "insert into memory.flyway_schema_history (installed_rank, version, description, type,"
                + " script, checksum, installed_by, execution_time, success)"
                + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', 1, true)");
        assertThatConsoleSays(data, "--server.port=0")
                .startsWith("The schema memory of the database is not this release's");
        Files.writeString(data.resolve("postgres/PG_VERSION"), "19\n");
        assertThatConsoleSays(data, "--server.port=0")
                .contains("holds the files of PostgreSQL 19, and this release brings 18");
    }

    @Test
    void a_damaged_folder_is_told_in_one_sentence(@TempDir Path data) throws Exception {
        var control = Files.createDirectories(data.resolve("postgres/global")).resolve("pg_control");
        Files.createFile(control);
        Files.createFile(data.resolve("postgres/postmaster.opts"));
        assertThatConsoleSays(data, "--server.port=0").startsWith("The data folder " + data + " is damaged: "
                + data.resolve("postgres/base") + " is missing; put it back from a backup");
        assertThat(control).isEmptyFile();
    }

    @Test
    void a_time_zone_that_is_none_is_told_in_one_sentence(@TempDir Path data) {
        assertThat(refusal(data, "--memory.zone=Asia/Atlantis"))
                .isEqualTo("--memory.zone=Asia/Atlantis is no time zone; one is Asia/Jerusalem.");
    }

    @Test
    void a_folder_without_a_name_is_told_in_one_sentence() {
        assertThat(refusal(Path.of(""))).isEqualTo("--memory.data needs the name of a folder.");
    }

    @Test
    void a_file_in_the_place_of_the_data_folder_is_told_in_one_sentence(@TempDir Path folder)
            throws IOException {
        var file = Files.createFile(folder.resolve("data"));
        assertThat(refusal(file)).contains("a file of that name is there");
    }

    private static void asOwner(Path data, String sql) throws IOException, SQLException {
        try (var folder = DataFolder.take(data.toString());
                var server = PostgresServer.start(folder);
                var connection = server.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static AbstractStringAssert<?> assertThatConsoleSays(Path data, String... options)
            throws IOException, InterruptedException {
        try (var service = MemoryProcess.start(data, options)) {
            var said = service.awaitEnd();
            assertThat(said).hasSize(1);
            assertThat(service.exitCode()).isEqualTo(1);
            return assertThat(said.getFirst()).endsWith(".");
        }
    }

    private static String refusal(Path data, String... options) {
        var failure = catchThrowable(() -> RunningMemory.start(data, options).close());
        assertThat(failure).isNotNull();
        return MemoryApplication.sentence(failure).orElseThrow(() -> new AssertionError(failure));
    }
}
