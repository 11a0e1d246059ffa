// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** How the command side is set up, seen from outside. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerTest {

    @Autowired
    private Cast cast;
    @Autowired
    private ServletWebServerApplicationContext context;
    @Value("${spring.datasource.url}")
    private String database;

    @Test
    void what_the_server_itself_refuses_is_a_problem_as_all_others()
            throws IOException, InterruptedException {
        var address = "http://localhost:" + Objects.requireNonNull(context.getWebServer()).getPort()
                + "/api/commands/%00";
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(
                    type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("\"code\":\"status.400\"");
        }
    }

    @Test
    void what_breaks_in_the_middle_does_not_end_as_a_whole_answer_does() {
        assertThatThrownBy(() -> cast.get("/bug/late")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_long_stream_gets_a_snapshot_and_another_process_goes_on_from_it() throws SQLException {
        cast.post("OpenBudgetYear", "{'yearId':'BY-long','from':'2017-01-01','to':'2017-12-31'}");
        var line = "{\"command\":\"RecordRevenueForecast\",\"body\":"
                + "{\"yearId\":\"BY-long\",\"amountAgorot\":1,\"source\":\"s\"}}\n";
        cast.postBytes("/api/commands", "application/jsonl", BodyPublishers.ofString(line.repeat(120)));

        assertThat(snapshots("budget-year/BY-long")).isEqualTo(1);
        try (var other = CommandSide.beside(context)) {
            var answer = other.getBean(Cast.class)
                    .post("RecordRevenueForecast", "{'yearId':'BY-long','amountAgorot':2,'source':'s'}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer).get("version").longValue()).isEqualTo(122);
        }
    }

    /** Waits for the snapshot, which is made beside the commands. */
    private int snapshots(String stream) throws SQLException {
        int found = 0;
        var limit = Instant.now().plus(Duration.ofSeconds(20));
        try (var connection = DriverManager.getConnection(database);
                var count = connection
                        .prepareStatement("select count(*) from journal.snapshot where stream = ?")) {
            count.setString(1, stream);
            while (found == 0 && Instant.now().isBefore(limit)) {
                try (var rows = count.executeQuery()) {
                    rows.next();
                    found = rows.getInt(1);
                }
            }
        }
        return found;
    }
}
