// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import orgmemory.access.account.Admission;
import orgmemory.access.account.FirstKeeper;
import orgmemory.journal.Journal;
import orgmemory.journal.StoredEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty memory is opened by one link, by one person, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WelcomeTest {

    private static final String PASSWORD = "a long and winding road";

    @Test
    void the_link_opens_an_empty_memory_once_however_often_it_starts_before(@TempDir Path data) {
        String early;
        try (var memory = RunningMemory.start(data)) {
            early = link(memory);
            assertThat(new Visitor(memory.address()).get(early).body()).contains("It is empty");
        }
        String link;
        try (var memory = RunningMemory.start(data)) {
            link = link(memory);
            var visitor = new Visitor(memory.address());
            assertThat(visitor.get(early).statusCode()).isEqualTo(410);
            assertThat(visitor.get("/welcome/" + "x".repeat(43)).statusCode()).isEqualTo(404);
            assertThat(visitor.get("/welcome/short").statusCode()).isEqualTo(404);
            wrongFieldsAreShownAgain(visitor, link);

            var token = visitor.becomeFirstKeeper(link, "רות אלמוג");
            assertThat(names(memory)).containsExactly("people.person-registered", "people.role-granted",
                    "people.account-opened", "people.token-made");
            memory.taken(token, "RegisterInstitute", "{\"instituteId\": \"ours\", \"name\": \"Ours\"}");
            assertThat(visitor.get("/account").body()).contains("רות אלמוג", "Memory keeper", "First token");

            var late = new Visitor(memory.address());
            assertThat(late.get(link).statusCode()).isEqualTo(410);
            assertThat(late.get(link).body()).contains("This link has been used already.");
            assertThat(memory.bean(Admission.class).inviteFirstKeeper()).isEmpty();
            theDemosDoorIsClosed(late);
        }
        try (var memory = RunningMemory.start(data)) {
            var visitor = new Visitor(memory.address());
            assertThat(memory.bean(Admission.class).inviteFirstKeeper()).isEmpty();
            assertThat(visitor.get(link).statusCode()).isEqualTo(410);
            assertThat(visitor.signIn("רות  אלמוג", PASSWORD).statusCode()).isEqualTo(302);
        }
    }

    private static void wrongFieldsAreShownAgain(Visitor visitor, String link) {
        visitor.get(link);
        var again = visitor.post(link, "name", " ", "signInName", "<ruth>", "password", "secret", "repeated",
                "secret");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("value=\"&lt;ruth&gt;\"", "e-signInName", "must have at least 10 characters",
                        "e-password")
                .doesNotContain("value=\"secret\"");
        assertThat(visitor.post(link, "name", " ", "signInName", "ruth", "password", PASSWORD, "repeated",
                PASSWORD).body()).contains("e-name", "must not be empty");
        assertThat(visitor.post(link, "name", "Ruth", "signInName", "ruth", "password", PASSWORD, "repeated",
                "another").body()).contains("e-repeated", "is not the same as above");
    }

    private static void theDemosDoorIsClosed(Visitor visitor) {
        assertThat(visitor.get("/sign-in").body()).doesNotContain("Who would you like to be", "Rami Khoury");
        assertThat(visitor.play("D4").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void of_two_who_use_the_link_at_the_same_moment_one_comes_in(@TempDir Path data) throws Exception {
        try (var memory = RunningMemory.start(data);
                var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var link = link(memory);
            var attempts = new ArrayList<Callable<HttpResponse<String>>>();
            IntStream.range(0, 8).forEach(racer -> {
                var visitor = new Visitor(memory.address());
                visitor.get(link);
                attempts.add(
                        () -> visitor.post(link, "name", "Racer " + racer, "signInName", "racer " + racer,
                                "password", PASSWORD, "repeated", PASSWORD));
            });
            var statuses = new ArrayList<Integer>();
            for (var answer : racers.invokeAll(attempts)) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 410);
            assertThat(names(memory)).containsOnlyOnce("people.person-registered", "people.account-opened")
                    .hasSize(4);
        }
    }

    @Test
    void what_was_interrupted_is_carried_to_its_end(@TempDir Path data) {
        try (var memory = RunningMemory.start(data)) {
            // As after a crash between the facts and the account.
            var person = memory.bean(FirstKeeper.class).register("Ruth Almog");
            assertThat(memory.bean(Journal.class).head()).isEqualTo(2);

            var visitor = new Visitor(memory.address());
            visitor.becomeFirstKeeper(link(memory), " Ruth Almog ");
            assertThat(names(memory)).containsOnlyOnce("people.person-registered", "people.role-granted",
                    "people.account-opened");
            assertThat(visitor.get("/account").body()).contains(person.value());
        }
    }

    private static List<String> names(RunningMemory memory) {
        return memory.bean(Journal.class).after(0, 100).stream().map(StoredEvent::name).toList();
    }

    private static String link(RunningMemory memory) {
        return "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow();
    }
}
