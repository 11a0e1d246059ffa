// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the database is away everybody is told to come back soon, whatever they ask for; it is nobody's mistake. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageTest {

    @Test
    void an_outage_is_503_for_reads_commands_pages_and_sign_in(@TempDir Path data) throws Exception {
        var server = DurablePostgres.start();
        try (var memory = RunningMemory.start(data, DurablePostgres.option(server))) {
            var members = new Members(memory);
            var member = members.member("R1", "Dana");
            var keeper = members.token();
            server.close();

            // All at once, since each of them waits for a connection before it is told that there is none.
            try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = new ArrayList<Future<?>>();
                for (var path : List.of("/api/views/People/R1", "/api/record", "/api/status")) {
                    answers.add(asking.submit(() -> assertThat(memory.get(keeper, path).status()).as(path)
                            .isEqualTo(503)));
                }
                answers.add(asking.submit(() -> assertThat(
                        memory.command(keeper, "RegisterBody", "{\"name\": \"x\"}").status())
                        .isEqualTo(503)));
                answers.add(asking.submit(() -> assertAway(member.get("/log"), "/log")));
                answers.add(asking.submit(() -> assertAway(members.keeper().get("/"), "/")));
                answers.add(asking.submit(
                        () -> assertAway(new Visitor(memory.address()).get("/sign-in"), "/sign-in")));
                for (var answer : answers) {
                    answer.get();
                }
            }
        } finally {
            server.close();
        }
    }

    private static void assertAway(HttpResponse<String> answer, String path) {
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        assertThat(answer.body()).as(path).contains("<html", "</html>");
    }
}
