// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.requests;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import orgmemory.message.Json;
import orgmemory.standalone.RunningMemory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Whatever is sent, nothing of it is a mistake of ours: no status of 500 and more, no stack trace, and every refusal in a form
 * that was made for people or programs. {@code -Dmemory.requests=6000} sends more, {@code -Dmemory.requests.seed} others.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadRequestsTest {

    private static final int COUNT = Integer.getInteger("memory.requests", 500);
    private static final String NOT_ARRIVED = "\"code\":\"read.not-arrived\"";
    private static final long SEED = Long.getLong("memory.requests.seed", 20_170_101);

    @Test
    void every_bad_request_is_its_senders(@TempDir Path data) throws IOException {
        try (var memory = RunningMemory.start(data, "--demo", "--memory.limits.requests-per-person=10000000",
                "--memory.limits.tries-per-address=10000000")) {
            var heard = new ListAppender<ILoggingEvent>();
            var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            heard.start();
            log.addAppender(heard);
            int port = URI.create(memory.address()).getPort();
            var keeper = memory.token("MEM");
            var commands = memory.get(keeper, "/api/commands").body().get("commands").valueStream().toList();
            var requests = new AnyRequest(SEED, commands, keeper);
            var statuses = new TreeMap<Integer, Integer>();
            for (int i = 0; i < COUNT; i++) {
                var request = requests.next();
                var answer = Exchange.of(port, request);
                statuses.merge(answer.status(), 1, Integer::sum);
                check(answer, shown(i, request));
                assertThat(heard.list).as(shown(i, request))
                        .noneMatch(event -> event.getThrowableProxy() != null);
            }
            log.detachAppender(heard);
            assertThat(statuses.getOrDefault(0, 0)).as("unanswered: %s", statuses)
                    .isLessThanOrEqualTo(COUNT / 25);
            System.out.println(
                    COUNT + " requests (seed " + SEED + "), none answered with 500 or more: " + statuses);
            assertThat(memory.get(keeper, "/api/views").status()).isEqualTo(200);
        }
    }

    private static void check(Exchange answer, String request) {
        if (answer.body().contains(NOT_ARRIVED)) {
            // A token that nobody was answered with may be one that is still on its way: it is waited for, and then 503.
            assertThat(answer.status()).as(request).isEqualTo(503);
            return;
        }
        assertThat(answer.status()).as(request).isLessThan(500);
        if (answer.status() < 400 || answer.body().isEmpty()) {
            return;
        }
        assertThat(answer.body()).as(request).doesNotContain("Apache Tomcat");
        if (answer.type().startsWith("text/html")) {
            assertThat(answer.body()).as(request).contains("<html lang=", "</html>");
            return;
        }
        assertThat(answer.type()).as(request).startsWith("application/problem+json");
        var problem = Json.mapper().readTree(answer.body());
        assertThat(problem.path("status").intValue()).as(request).isEqualTo(answer.status());
        assertThat(problem.path("detail").asString("")).as(request).isNotBlank();
        if (problem.path("code").asString("").equals("request.malformed")) {
            assertThat(problem.path("errors")).as(request).isNotEmpty().allMatch(error -> error.has("field"));
        }
    }

    private static String shown(int number, byte[] request) {
        var text = new String(request, StandardCharsets.UTF_8);
        return "Request " + number + " of seed " + SEED + ":\n"
                + text.substring(0, Math.min(text.length(), 1_500)) + "\n";
    }
}
