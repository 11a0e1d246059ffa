// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory works as well on a PostgreSQL that somebody else runs, provided that it keeps what it commits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherDatabaseTest {

    @Test
    void another_server_that_keeps_its_promises_is_used(@TempDir Path data) throws IOException {
        try (var server = DurablePostgres.start()) {
            var address = DurablePostgres.option(server);
            try (var memory = RunningMemory.start(data, address)) {
                memory.taken(memory.firstKeeper(), "RegisterBody",
                        "{\"bodyId\": \"board\", \"name\": \"Board\"}");
                assertThat(data.resolve("postgres")).doesNotExist();
            }
            try (var memory = RunningMemory.start(data, address)) {
                assertThat(memory.bean(Journal.class).head()).isEqualTo(3);
            }
        }
    }

    @Test
    void another_server_that_may_lose_what_it_committed_is_refused(@TempDir Path data) throws IOException {
        try (var server = EmbeddedPostgres.builder().start()) {
            var refusal = catchThrowable(
                    () -> RunningMemory.start(data, DurablePostgres.option(server)).close());
            assertThat(MemoryApplication.sentence(refusal))
                    .hasValueSatisfying(sentence -> assertThat(sentence)
                            .startsWith("The database runs with ")
                            .contains(" off, so "));
        }
    }
}
