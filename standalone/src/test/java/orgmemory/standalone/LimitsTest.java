// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too often waits, and nobody else does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsTest {

    private static final int REQUESTS = 300;

    @TempDir
    static Path data;

    private static RunningMemory memory;
    private static Members members;

    @BeforeAll
    static void open() {
        // Behind a proxy that says who asks, and how; the comma after it names nobody.
        memory = RunningMemory.start(data, "--memory.trusted-proxies=127.0.0.1,",
                "--memory.limits.requests-per-person=" + REQUESTS);
        members = new Members(memory);
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Test
    void whoever_guesses_waits() {
        members.member("R9", "Keren");
        var guesser = new Visitor(memory.address());
        guesser.get("/sign-in");
        // Each wait is longer than the last, so in the end it is longer than this machine takes for a guess.
        var refused = IntStream.range(0, 20)
                .map(guess -> guesser.post("/sign-in", "signInName", "keren", "password", "guess " + guess)
                        .statusCode())
                .filter(status -> status == 429)
                .findFirst();
        assertThat(refused).isPresent();
        var wait = guesser.post("/sign-in", "signInName", "KEREN", "password", Members.PASSWORD);
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        assertThat(wait.body()).contains("Please try again in", "value=\"KEREN\"");
    }

    @Test
    void a_program_that_asks_without_end_is_held_up_and_nobody_else() {
        var owner = members.member("R10", "Eitan");
        owner.get("/account");
        var own = Visitor.token(owner.post("/account/tokens", "label", "endless"));
        // While it asks, some of what it has used up comes back.
        var first = IntStream.range(0, 10 * REQUESTS)
                .map(_ -> memory.command(own, "RegisterBody", "{\"name\": \"x\"}").status())
                .filter(status -> status != 403)
                .findFirst();

        assertThat(first).hasValue(429);
        assertThat(memory.get(own, "/api/views").status()).isEqualTo(200);
        members.register("R11", "Tamar");
    }

    @Test
    void the_proxy_is_believed_where_the_settings_say_so() {
        var secure = new Visitor(memory.address()).get("/sign-in", "X-Forwarded-Proto", "https");
        assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");

        var statuses = IntStream.range(0, 31)
                .map(_ -> new Visitor(memory.address())
                        .get("/welcome/" + "x".repeat(43), "X-Forwarded-For", "203.0.113.7")
                        .statusCode());
        assertThat(statuses).startsWith(404).endsWith(429);
        assertThat(new Visitor(memory.address())
                .get("/welcome/" + "x".repeat(43), "X-Forwarded-For", "203.0.113.8")
                .statusCode()).isEqualTo(404);
    }
}
