// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page costs the database: that grows neither with the forms that it offers nor with the things that it names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheapPagesTest {

    @TempDir
    static Path data;

    private static EmbeddedPostgres server;
    private static RunningMemory memory;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = DurablePostgres.start();
        memory = RunningMemory.start(data, "--demo",
                "--memory.database.url=" + CountedStatements
                        .counted(server.getJdbcUrl("postgres", "postgres")));
    }

    @AfterAll
    static void stop() throws IOException {
        memory.close();
        server.close();
    }

    @ParameterizedTest
    // Each topic that offers choices asks its views once.
    @CsvSource({"MEM, /record-something, 60", "D4, /record-something, 60", "REC, /record-something, 60",
            "MEM, /people, 40", "MEM, /people/D4, 40", "MEM, /log, 40", "REC, /lines/BY2017:D4, 40",
            "D4, /rounds/CR-2017-1, 60", "REC, /rounds/CR-2017-1?do=ProposeBudgetCut, 70",
            // Each of the first steps is counted in the record.
            "D4, /, 100"})
    void a_page_asks_little_of_the_database(String person, String page, int most) {
        var visitor = new Visitor(memory.address());
        visitor.play(person);
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(CountedStatements.during(() -> visitor.get(page))).hasSizeLessThanOrEqualTo(most);
    }
}
