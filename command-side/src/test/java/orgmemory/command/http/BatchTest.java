// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orgmemory.journal.Journal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchTest {

    private static final String PERSON = "{'command':'RegisterPerson','body':{'personId':'%s','name':'x'}}";

    @Autowired
    private Cast cast;
    @Autowired
    private Journal journal;

    @Test
    void each_line_is_answered_on_its_own_line_in_order() {
        var answers = batch(PERSON.formatted("L1"), PERSON.formatted("L1"), "", "no json",
                "{'command':'RegisterPerson','body':{'name':5}}", "{'command':'Nothing'}",
                "{'body':{}}", "{'command':'RegisterPerson','bdoy':{}}", "['command']",
                PERSON.formatted("L9"));

        assertThat(answers).extracting(answer -> answer.get("line").intValue())
                .containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10);
        assertThat(answers).extracting(answer -> answer.get("status").intValue())
                .containsExactly(200, 409, 400, 400, 404, 400, 400, 400, 200);
        assertThat(answers.getFirst().get("id").stringValue()).isEqualTo("L1");
        assertThat(answers.getFirst().get("version").longValue()).isEqualTo(1);
        assertThat(answers.get(1).at("/problem/detail").stringValue())
                .isEqualTo("The person L1 is registered already.");
        assertThat(answers.get(3).at("/problem/errors/0/field").stringValue()).isEqualTo("name");
        assertThat(answers.get(6).at("/problem/errors/0/field").stringValue()).isEqualTo("bdoy");
        assertThat(answers.getLast().get("id").stringValue()).isEqualTo("L9");
    }

    @Test
    void a_line_over_a_mebibyte_is_skipped_and_answered_413() {
        var answers = batch(PERSON.formatted("M1"), PERSON.replace("'x'", "'" + "x".repeat(3 << 20) + "'"),
                PERSON.formatted("M3"));

        assertThat(answers).extracting(answer -> answer.get("status").intValue())
                .containsExactly(200, 413, 200);
    }

    @Test
    void lines_have_keys_versions_and_envelopes() {
        var keyed = "{'command':'RegisterPerson','idempotencyKey':'line','body':{'name':'x'}}";
        var answers = batch(keyed, keyed, PERSON.formatted("V1").replace("}}", "},'ifMatch':0}"),
                PERSON.formatted("V1").replace("}}", "},'ifMatch':'\\\"7\\\"'}"),
                PERSON.formatted("V1").replace("}}", "},'ifMatch':-1}"),
                PERSON.formatted("V2").replace("}}", "},'envelope':{'occurredOn':'2999-01-01'}}"));

        assertThat(answers).extracting(answer -> answer.get("status").intValue())
                .containsExactly(200, 200, 200, 412, 400, 422);
        assertThat(answers.get(1).get("after")).isEqualTo(answers.get(0).get("after"));
    }

    @Test
    void answers_are_kept_for_who_sends_everything_before_reading() throws IOException {
        int lines = 20_000;
        long head = journal.head();
        // A text that is answered with its own length again, so that the answers fill every buffer on the way.
        var bad = "{\"command\":\"" + "x".repeat(2_000) + "\"}\n";
        try (var socket = open("POST /api/commands HTTP/1.1", "Transfer-Encoding: chunked")) {
            var out = socket.getOutputStream();
            for (int i = 0; i < lines; i += 100) {
                chunk(out, i == 0 ? person("S1") + bad.repeat(99) : bad.repeat(100));
            }
            chunk(out, person("S2"));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var answers = answers(socket.getInputStream());
            assertThat(answers).hasSize(lines + 1);
            assertThat(answers.getFirst()).contains("\"status\":200");
            assertThat(answers.getLast()).startsWith("{\"line\":20001,").contains("\"status\":200");
        }
        assertThat(journal.head()).isEqualTo(head + 2);
    }

    @Test
    void an_answer_comes_before_the_next_line_is_sent() throws IOException {
        try (var socket = open("POST /api/commands HTTP/1.1", "Transfer-Encoding: chunked")) {
            var out = socket.getOutputStream();
            var in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            chunk(out, person("I1"));
            assertThat(in.lines().filter(line -> line.startsWith("{")).findFirst()).get()
                    .asString()
                    .contains("\"id\":\"I1\"");
            chunk(out, person("I2"));
            assertThat(in.lines().filter(line -> line.startsWith("{")).findFirst()).get()
                    .asString()
                    .contains("\"id\":\"I2\"");
        }
    }

    @Test
    void who_goes_away_in_the_middle_leaves_what_was_taken() throws IOException {
        try (var socket = open("POST /api/commands HTTP/1.1", "Transfer-Encoding: chunked")) {
            chunk(socket.getOutputStream(), person("G1") + "{\"command\":\"Register");
            var in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.lines().filter(line -> line.startsWith("{")).findFirst()).get()
                    .asString()
                    .contains("\"id\":\"G1\"");
        }
        assertThat(batch(PERSON.formatted("G1"), PERSON.formatted("G2")))
                .extracting(answer -> answer.get("status").intValue())
                .containsExactly(409, 200);
    }

    @Test
    void a_role_holds_from_the_line_that_grants_it_to_the_line_that_ends_it() {
        cast.asService("GrantRole", "{'personId':'K','role':'REC'}");
        var year = batch(
                "{'command':'OpenBudgetYear','body':{'yearId':'BY-R','from':'2017-01-01','to':'2017-12-31'}}",
                "{'command':'DraftBudgetLine','body':{'yearId':'BY-R','lineId':'BY-R:L','title':'x',"
                        + "'amountAgorot':1000}}",
                "{'command':'PublishFullView','body':{'yearId':'BY-R'}}",
                "{'command':'OpenCutRound','body':{'yearId':'BY-R','roundId':'R','requiredAgorot':1000,"
                        + "'cause':'x'}}");
        assertThat(year).extracting(answer -> answer.get("status").intValue()).containsOnly(200);
        var grant = "{'command':'GrantRole','body':{'personId':'N','role':'MM'}}";
        var revoke = "{'command':'RevokeRole','body':{'personId':'N','role':'MM'}}";

        var answers = batch(proposedByN(1), grant, proposedByN(2), revoke, proposedByN(3), grant,
                proposedByN(4));
        assertThat(answers).extracting(answer -> answer.get("status").intValue())
                .containsExactly(403, 200, 200, 200, 403, 200, 200);
        var annul = "{'command':'AnnulRecord','body':{'stream':'access-grant/N','eventId':'%s','reason':'x'}}"
                .formatted(answers.get(5).get("after").stringValue());
        assertThat(batch(proposedByN(5), annul, proposedByN(6)))
                .extracting(answer -> answer.get("status").intValue())
                .containsExactly(200, 200, 403);
        var own = "{'command':'RevokeRole','body':{'personId':'K','role':'BST'}}";
        var afterwards = batch(forecast("BY-R"), own, forecast("BY-R"));
        cast.asService("GrantRole", "{'personId':'K','role':'BST'}");
        assertThat(afterwards).extracting(answer -> answer.get("status").intValue())
                .containsExactly(200, 200, 403);
    }

    private static String proposedByN(int number) {
        return ("{'command':'ProposeBudgetCut','body':{'yearId':'BY-R','roundId':'R','cutId':'RC%d',"
                + "'kind':'COMMON_LINE','lineId':'BY-R:L','amountAgorot':1,'reason':'x',"
                + "'expectedConsequence':'x'},'envelope':{'onBehalfOf':'person/N','attestation':'REPORTED'}}")
                .formatted(number);
    }

    private static String forecast(String year) {
        return "{'command':'RecordRevenueForecast','body':{'yearId':'%s','amountAgorot':1,'source':'x'}}"
                .formatted(year);
    }

    private List<JsonNode> batch(String... lines) {
        var body = IntStream.range(0, lines.length)
                .mapToObj(i -> lines[i].replace('\'', '"'))
                .collect(Collectors.joining("\n"));
        var answer = cast.postBytes("/api/commands", "application/jsonl", BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get()
                .asString()
                .startsWith("application/jsonl");
        return answer.body().lines().map(line -> json(line)).toList();
    }

    private static String person(String id) {
        return PERSON.formatted(id).replace('\'', '"') + "\n";
    }

    private Socket open(String request, String framing) throws IOException {
        var socket = new Socket("localhost", cast.port());
        var head = String.join("\r\n", request, "Host: localhost", "Authorization: Bearer " + cast.token("K"),
                "Content-Type: application/x-ndjson", "Accept-Language: en", "Connection: close", framing, "",
                "");
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The lines of a chunked answer; chunks end anywhere. */
    private static List<String> answers(InputStream in) throws IOException {
        var raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        var text = new StringBuilder();
        int at = raw.indexOf("\r\n\r\n") + 4;
        for (int size = size(raw, at); size > 0; size = size(raw, at)) {
            int from = raw.indexOf("\r\n", at) + 2;
            text.append(raw, from, from + size);
            at = from + size + 2;
        }
        return new ArrayList<>(text.toString().lines().toList());
    }

    private static int size(String raw, int at) {
        return Integer.parseInt(raw.substring(at, raw.indexOf("\r\n", at)), 16);
    }
}
