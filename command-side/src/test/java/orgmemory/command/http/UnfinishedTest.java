// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Requests that never come to their end are let go of; a batch under way is waited for. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "memory.limits.head=1s", "memory.limits.body=1s", "memory.limits.body-bytes-per-second=1000",
        "memory.limits.connections-per-address=6"})
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnfinishedTest {

    /** As slow as a sender is here: a byte after each of these, unless an answer comes. */
    private static final int MILLIS = 50;
    private static final int MOST_BYTES = 600;
    private static final int LONGEST_WAIT = 30_000;

    @Autowired
    private Cast cast;

    @Test
    void a_head_that_comes_byte_by_byte_is_given_up() throws IOException {
        try (var socket = open("GET /api/commands HTTP/1.1\r\nHost: localhost\r\nX: ")) {
            assertThat(dribble(socket)).isEmpty();
        }
    }

    @Test
    void a_head_of_which_nothing_more_comes_is_given_up() throws IOException {
        try (var socket = open("GET /api/commands HTTP/1.1\r\nHost: local")) {
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_408() throws IOException {
        try (var socket = open(post("/api/commands/RegisterPerson", "application/json", 10_000) + "{")) {
            assertThat(dribble(socket)).startsWith("HTTP/1.1 408").contains("application/problem+json");
        }
    }

    @Test
    void a_strangers_form_of_which_nothing_more_comes_is_given_up() throws IOException {
        var form = "POST /api/commands HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=";
        try (var socket = open(form)) {
            assertThat(rest(socket)).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        }
    }

    @Test
    void a_batch_is_waited_for_longer_than_anything_else() throws IOException {
        var line = "{\"command\":\"RegisterPerson\",\"body\":{\"name\":\"slow\"}}\n";
        try (var batch = open(post("/api/commands", "application/jsonl", 2 * line.length()) + line)) {
            try (var other = open(post("/api/commands/RegisterPerson", "application/json", 100) + "{")) {
                assertThat(rest(other)).startsWith("HTTP/1.1 408");
            }
            batch.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            batch.shutdownOutput();
            assertThat(rest(batch)).startsWith("HTTP/1.1 200").contains("\"line\":1", "\"line\":2");
        }
    }

    @Test
    void whoever_is_refused_while_still_sending_hears_so() throws IOException {
        var head = String.join("\r\n", "POST /api/commands/RegisterPerson HTTP/1.1", "Host: localhost",
                "Content-Type: application/json", "Connection: close", "Content-Length: 200000", "", "");
        try (var socket = open(head + "x".repeat(200_000))) {
            assertThat(rest(socket)).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void who_opens_one_connection_after_the_other_loses_the_oldest_and_is_served_on_the_newest()
            throws IOException {
        var idle = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 12; i++) {
                idle.add(open("GET / HTTP/1.1\r\n"));
            }
            try (var newest = open(
                    "GET /api/commands HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
                assertThat(rest(newest)).startsWith("HTTP/1.1 401");
            }
            assertThat(rest(idle.getFirst())).isEmpty();
        } finally {
            for (var socket : List.copyOf(idle)) {
                socket.close();
            }
        }
    }

    private String post(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + cast.token("K") + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private Socket open(String beginning) throws IOException {
        var socket = new Socket("localhost", cast.port());
        socket.setSoTimeout(LONGEST_WAIT);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Sends on and on, slowly, and answers what comes of it. */
    private static String dribble(Socket socket) throws IOException {
        socket.setSoTimeout(MILLIS);
        for (int sent = 0; sent < MOST_BYTES; sent++) {
            try {
                socket.getOutputStream().write('x');
                int first = socket.getInputStream().read();
                return first < 0 ? "" : (char) first + rest(socket);
            } catch (SocketTimeoutException nothingYet) {
                // Then the next byte.
            } catch (SocketException closed) {
                return "";
            }
        }
        throw new AssertionError("Waited for " + MOST_BYTES + " bytes");
    }

    private static String rest(Socket socket) throws IOException {
        socket.setSoTimeout(LONGEST_WAIT);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException closed) {
            return "";
        }
    }
}
