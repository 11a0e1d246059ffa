// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import orgmemory.journal.Journal;
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
            var again = catchThrowable(memory::firstKeeper);
            assertThat(MemoryApplication.sentence(again)).hasValueSatisfying(sentence -> assertThat(sentence)
                    .contains("has people already"));
            assertThat(refusal(data)).contains("Another service is using the data folder");
        }
        assertThat(refusal(data, "--first-keeper=Ruth Almog")).contains("has people already");
        assertThat(refusal(data, "--demo")).contains("holds something else than the demo");
        try (var memory = RunningMemory.start(data)) {
            assertThat(memory.bean(Journal.class).head()).isEqualTo(3);
        }
    }

    @Test
    void a_taken_port_is_told_in_one_sentence(@TempDir Path data) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(data, "--server.port=" + taken.getLocalPort()))
                    .isEqualTo("Port " + taken.getLocalPort()
                            + " is taken; choose another with --server.port=<port>.");
        }
    }

    @Test
    void a_file_in_the_place_of_the_data_folder_is_told_in_one_sentence(@TempDir Path folder)
            throws IOException {
        var file = Files.createFile(folder.resolve("data"));
        assertThat(refusal(file)).contains("a file of that name is there");
    }

    private static String refusal(Path data, String... options) {
        var failure = catchThrowable(() -> RunningMemory.start(data, options).close());
        assertThat(failure).isNotNull();
        return MemoryApplication.sentence(failure).orElseThrow(() -> new AssertionError(failure));
    }
}
