// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import orgmemory.journal.Journal;
import orgmemory.standalone.postgres.Postmaster;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service outlives its PostgreSQL, and starts it again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseEndsTest {

    private static final String BODY = "{\"bodyId\": \"board\", \"name\": \"Board\"}";

    @Test
    void a_killed_database_is_back_soon_and_has_lost_nothing(@TempDir Path data) throws IOException {
        var files = data.resolve("postgres");
        try (var memory = RunningMemory.start(data, "--demo")) {
            var keeper = memory.token("MEM");
            long told = memory.bean(Journal.class).head();
            var first = Postmaster.of(files).orElseThrow();
            assertThat(first.destroyForcibly()).isTrue();
            RunningMemory.await(() -> memory.command(keeper, "RegisterBody", BODY, "board").status() == 200);
            assertThat(memory.bean(Journal.class).head()).isEqualTo(told + 1);
            memory.awaitHead(keeper);
            assertThat(memory.record(keeper, "body/board", null)).hasSize(1);
            assertThat(Postmaster.of(files)).isPresent().get().isNotEqualTo(first);
        }
        assertThat(Postmaster.of(files)).isEmpty();
    }
}
