// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Insiders;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's door: its cast come in without a password, each with their own rights of today. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EntranceTest {

    private static final String ROUND = "/api/views/CutBoard/CR-2017-1";
    private static final String PAGES_MAY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @TempDir
    static Path data;

    private static RunningMemory memory;

    private Visitor visitor;

    @BeforeAll
    static void open() {
        memory = RunningMemory.start(data, "--demo");
    }

    @BeforeEach
    void visit() {
        visitor = new Visitor(memory.address());
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
        var led = visitor.get("/account?asOf=2016-11-20");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location"))
                .contains("/sign-in?to=%2Faccount%3FasOf%3D2016-11-20");

        var page = visitor.get("/sign-in?to=/account?asOf=2016-11-20");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(PAGES_MAY);
        assertThat(page.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("form=")
                .contains("; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure"));
        assertThat(page.body()).contains("Rami Khoury", "Shared society", "Ruth Almog", "Memory keeper");

        var in = visitor.post("/sign-in/cast", "person", "D4", "to", "/account?asOf=2016-11-20");
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/account?asOf=2016-11-20");
        assertThat(visitor.get("/account").body()).contains("D4", "Manager", "Accountable for an area");
    }

    @Test
    void a_part_of_a_page_and_a_program_are_told_in_their_own_way() {
        var part = visitor.get("/account", "HX-Request", "true", "HX-Current-URL",
                memory.address() + "/account?asOf=2016-11-20");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect"))
                .contains("/sign-in?to=%2Faccount%3FasOf%3D2016-11-20");

        var program = visitor.get(ROUND, "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(program.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        assertThat(send("", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_is_sent_to_another_site() {
        visitor.get("/sign-in?to=https://elsewhere.example/");
        var in = visitor.post("/sign-in/cast", "person", "D4", "to", "//elsewhere.example");
        assertThat(in.headers().firstValue("Location").orElseThrow()).isEqualTo("/");
    }

    @Test
    void a_session_id_that_somebody_else_knew_before_opens_nothing() {
        visitor.play("D2");
        var before = visitor.session();
        assertThat(visitor.play("D1").statusCode()).isEqualTo(302);

        assertThat(visitor.session()).isNotEqualTo(before).isNotEmpty();
        assertThat(new Visitor(memory.address()).get("/account", "Cookie", "session=" + before).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_api_answers_a_session_and_writes_only_with_the_secret_of_its_pages() {
        visitor.play("D4");
        var read = visitor.get(ROUND, "Accept", "application/json");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Vary").orElseThrow()).contains("cookie");

        var offer = """
                {"yearId": "BY2017", "transferId": "S-by-session", "kind": "FUNDS", "amountAgorot": 100000,
                 "fromLineId": "BY2017:D4", "to": "line/BY2017:P8", "why": "Since we can.", "principles": []}""";
        var without = send(visitor.session(), offer);
        assertThat(without.statusCode()).isEqualTo(403);
        var secret = visitor.get("/account")
                .body()
                .replaceAll("(?s).*<meta name=\"csrf\" content=\"([^\"]+)\".*", "$1");
        var with = send(visitor.session(), offer, "X-CSRF-TOKEN", secret);
        assertThat(with.statusCode()).as(with.body()).isEqualTo(200);
    }

    @Test
    void a_form_from_elsewhere_does_nothing() {
        visitor.play("D5");
        var refused = visitor.post("/account/tokens", "label", "stolen", "_csrf", "made up");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(visitor.get("/account").body()).doesNotContain("stolen");

        var nobody = new Visitor(memory.address());
        nobody.get("/sign-in");
        var again = nobody.post("/sign-in/cast", "person", "D5", "_csrf", "made up");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(nobody.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void rights_are_those_of_today_at_each_request() {
        visitor.play("P8");
        assertThat(visitor.get("/account/invitations").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account").body()).doesNotContain("Memory keeper");

        memory.taken(memory.token("MEM"), "GrantRole", "{\"personId\": \"P8\", \"role\": \"MEM\"}");

        assertThat(visitor.get("/account").body()).contains("Memory keeper");
        assertThat(visitor.get("/account/invitations").statusCode()).isEqualTo(200);
    }

    @Test
    void an_auditor_reads_and_never_writes() {
        visitor.play("AUD");
        assertThat(visitor.get(ROUND, "Accept", "application/json").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/account/invitations").statusCode()).isEqualTo(403);
        for (var command : new String[] {"RegisterPerson", "ProposeBudgetCut", "GrantRole",
                "CorrectRecord"}) {
            var body = "{\"personId\": \"X\", \"name\": \"X\", \"role\": \"MEM\"}";
            assertThat(memory.command(memory.token("AUD"), command, body).status()).as(command)
                    .isIn(400, 403);
        }
        assertThat(memory.command(memory.token("AUD"), "RegisterPerson", "{\"name\": \"X\"}").status())
                .isEqualTo(403);
    }

    @Test
    void a_token_of_ones_own_opens_until_it_is_revoked_by_its_owner() {
        visitor.play("D6");
        visitor.get("/account");
        var made = visitor.post("/account/tokens", "label", "my <script>");
        var token = Visitor.token(made);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(made.body()).contains("my &lt;script&gt;");
        assertThat(memory.get(token, ROUND).status()).isEqualTo(200);
        assertThat(visitor.get("/account").body()).doesNotContain(token);

        var id = made.body()
                .replaceAll("(?s).*?my &lt;script&gt;.*?/account/tokens/([0-9a-f-]{36})/revoke.*", "$1");
        var other = new Visitor(memory.address());
        other.play("D5");
        other.get("/account");
        assertThat(other.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(302);
        assertThat(memory.get(token, ROUND).status()).isEqualTo(200);

        assertThat(visitor.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(302);
        assertThat(memory.get(token, ROUND).status()).isEqualTo(401);
    }

    @Test
    void a_form_that_is_wrong_is_shown_again_with_what_was_typed() {
        visitor.play("D6");
        visitor.get("/account");
        var again = visitor.post("/account/tokens", "label", "x".repeat(101));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"" + "x".repeat(101) + "\"", "aria-invalid=\"true\"",
                "aria-describedby=\"e-label\"", "must not be longer than 100");
    }

    @Test
    void signing_out_ends_the_session() {
        visitor.play("D2");
        var session = visitor.session();
        visitor.get("/account");
        assertThat(visitor.post("/sign-out").headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?out");

        assertThat(visitor.get("/sign-in?out").body()).contains("You are signed out.");
        assertThat(new Visitor(memory.address()).get("/account", "Cookie", "session=" + session).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_comes_in_as_somebody_who_is_not_of_the_cast() {
        assertThat(visitor.play("X").statusCode()).isEqualTo(404);
        assertThat(visitor.play("../D4").statusCode()).isEqualTo(404);
        assertThat(visitor.play("").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void what_has_been_kept_in_a_session_and_cannot_be_read_is_as_if_it_were_not_there() {
        visitor.play("D3");
        visitor.get("/account");
        int spoilt = JdbcClient.create(memory.bean(StandaloneDatabase.class).application())
                .sql("""
                        update access.session_attributes set attribute_bytes = '\\x00'
                        where attribute_name not like '%PRINCIPAL_NAME%' and session_primary_id in
                            (select primary_id from access.session where principal_name = 'D3')
                        """)
                .update();

        assertThat(spoilt).isPositive();
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void the_memory_of_the_demo_waits_for_no_first_keeper() {
        assertThat(memory.bean(Admission.class).inviteFirstKeeper()).isEmpty();
        assertThat(memory.bean(Insiders.class).mayComeIn(new PersonId("D4"))).isTrue();
        assertThat(memory.bean(Insiders.class).mayComeIn(new PersonId("X"))).isFalse();
    }

    /** A program in the browser's place: a command as JSON, with the session's cookie. */
    private static HttpResponse<String> send(String session, String body, String... headers) {
        var request = HttpRequest
                .newBuilder(URI.create(memory.address() + "/api/commands/OfferSolidarityTransfer"))
                .header("Content-Type", "application/json")
                .header("Cookie", "session=" + session)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
