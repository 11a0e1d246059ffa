// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static orgmemory.command.http.StatusTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jakarta.validation.Validation;
import orgmemory.message.Catalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** What is malformed, too large or of another kind is told field by field. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InputTest {

    /** As JSON escapes them: spaces, controls, marks of direction, joiners, fillers, selectors, tags, an unpaired end. */
    private static final List<String> UNSEEN = List.of("", " ", "\\u0007", "\\u00a0\\t", "\\u200f\\u200e",
            "\\u202b\\u202c", "\\u2066\\u2069", "\\u200b\\u200d\\ufeff", "\\u3164\\u115f\\uffa0",
            "\\ufe0f\\u034f",
            "\\u2800", "\\udb40\\udc41", "\\u00ad");

    @Autowired
    private Cast cast;

    @Test
    void malformed_json_is_400() {
        assertProblem(cast.post("OpenBudgetYear", "{'yearId':"), 400, "request.no-json");
        assertProblem(cast.post("OpenBudgetYear", "[]"), 400, "request.malformed");
        assertFlaw(cast.post("OpenBudgetYear", "[]"), "", "object");
        assertProblem(cast.post("OpenBudgetYear", "{} {}"), 400, "request.malformed");
    }

    @Test
    void json_that_breaks_off_is_told_by_the_field_in_which_it_does() {
        assertBroken("{'name':'x'} x", "", "json");
        assertBroken("{'name':'x'}{}", "", "json.trailing");
        assertBroken("{'name':'x','name':'y'}", "name", "json.twice");
        assertBroken("{'name':'x','envelope':{'story':'a/b','story':'a/b'}}", "envelope.story", "json.twice");
        assertBroken("{'name':" + "9".repeat(2_000) + "}", "name", "json.number");
        assertBroken("{'" + "n".repeat(60_000) + "':1}", "n".repeat(200) + "…", "json.name");
        assertBroken("{'name':" + "[".repeat(99), "name" + "[0]".repeat(32), "json.deep");
        assertBroken("{'name':" + "[".repeat(33) + "]".repeat(33) + "}", "name" + "[0]".repeat(32),
                "json.deep");
        assertBroken("{'name':'x','envelope':{'story':'\\x'}}", "envelope.story", "json");
        var longName = cast.post("RegisterPerson", "{'name':'x','" + "n".repeat(900) + "':1}");
        assertThat(json(longName).at("/errors/0/field").stringValue()).hasSizeLessThan(300);
    }

    @Test
    void what_is_not_utf_8_is_told_by_the_field_in_which_it_no_longer_is() {
        var text = "{\"name\":\"שלום\",\"envelope\":{\"sourceRef\":\"%s\"}}";
        for (var bytes : List.of("\u00c0\u00af", "\u00e9", "\u00ed\u00a0\u0080", "\u00f5\u0080\u0080\u0080",
                "\u00d7")) {
            var answer = raw(text, bytes);
            assertThat(json(answer).at("/errors/0/field").stringValue()).isEqualTo("envelope.sourceRef");
            assertProblem(answer, 400, "request.malformed");
        }
        for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            var answer = cast.postBytes("/api/commands/RegisterPerson", "application/json",
                    BodyPublishers.ofByteArray("{\"name\":\"שלום\"}".getBytes(Charset.forName(charset))));
            assertThat(answer.statusCode()).as(charset).isEqualTo(400);
            assertThat(json(answer).get("errors").size()).isEqualTo(1);
        }
        assertProblem(cast.postBytes("/api/commands/RegisterPerson", "application/json;charset=UTF-16",
                BodyPublishers.ofString("{}")), 415, "request.charset");
        assertThat(cast.postBytes("/api/commands/RegisterPerson", "application/json",
                BodyPublishers.ofString("\uFEFF{\"name\":\"x\"}")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> raw(String text, String bytes) {
        var whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return cast.postBytes("/api/commands/RegisterPerson", "application/json",
                BodyPublishers.ofByteArray(whole.replace("%s", bytes).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void assertBroken(String body, String field, String rule) {
        var answer = cast.post("RegisterPerson", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var error = json(answer).at("/errors/0");
        assertThat(error.path("field").asString() + " " + error.path("rule").asString())
                .isEqualTo(field + " " + rule);
        assertThat(error.path("message").asString()).doesNotStartWith("rule.");
    }

    @Test
    void a_wrong_field_is_400_and_named_by_its_path() {
        assertFlaw(cast.post("OpenBudgetYear", "{'colour':'red'}"), "colour", "unknown-field");
        assertFlaw(cast.post("OpenBudgetYear", "{'from':'1.1.2017'}"), "from", "day");
        assertFlaw(cast.post("OpenBudgetYear", "{'from':'+99999-01-01'}"), "from", "day");
        assertFlaw(cast.post("OpenBudgetYear", "{'from':'0000-02-29'}"), "from", "day");
        assertFlaw(cast.post("RegisterPerson", "{'personId':'a b','name':'x'}"), "personId", "id.form");
        assertFlaw(cast.post("RegisterPerson", "{'name':5}"), "name", "type");
        assertFlaw(cast.post("RegisterPerson", "{'name':'a\\u0000b'}"), "name", "text");
        assertFlaw(cast.post("RegisterPerson", "{'name':'a\\ud800b'}"), "name", "text");
        assertFlaw(cast.post("RegisterPerson", "{'name':'x','envelope':{'capacity':'KING'}}"),
                "envelope.capacity",
                "one-of");
        assertFlaw(cast.post("RegisterPerson", "{'name':'x','envelope':{'actor':'person/N'}}"),
                "envelope.actor",
                "unknown-field");
    }

    @Test
    void a_name_of_which_nobody_sees_anything_is_empty() {
        for (var unseen : UNSEEN) {
            assertFlaw(cast.post("RegisterPerson", "{'name':'" + unseen + "'}"), "name", "NotBlank");
            assertFlaw(cast.post("RegisterInstitute", "{'name':'" + unseen + "'}"), "name", "NotBlank");
        }
        var seen = cast.post("RegisterPerson", "{'personId':'seen','name':'\\u200fא','latinName':'\\u2066'}");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
    }

    @Test
    void no_text_that_must_be_there_may_be_unseen() {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();
        var texts = Catalogue.commands()
                .flatMap(command -> Stream.of(command.getRecordComponents())
                        .filter(field -> field.getType() == String.class
                                && !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(field -> Map.entry(command, field.getName())))
                .toList();
        assertThat(texts).hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(
                        validator.validateValue(text.getKey(), text.getValue(), "\u200f\u2069\u3164"))
                        .as("%s", text)
                        .isNotEmpty());
    }

    @Test
    void a_missing_or_wrong_number_is_400_and_named_by_its_path() {
        var movement = "{'yearId':'BY','kind':'ADDITION','title':'t','lines':[{'code':'1','name':'n'%s}]}";

        assertFlaw(cast.post("RecordPastMovement", movement.formatted("")), "lines[0].amountAgorot",
                "NotNull");
        assertFlaw(cast.post("RecordPastMovement", movement.formatted(",'amountAgorot':'5'")),
                "lines[0].amountAgorot", "whole-number");
        assertFlaw(cast.post("RecordPastMovement", movement.formatted(",'amountAgorot':1.5")),
                "lines[0].amountAgorot", "whole-number");
        assertFlaw(cast.post("RecordPastMovement", movement.formatted(",'amountAgorot':1e30")),
                "lines[0].amountAgorot", "whole-number");
        assertFlaw(
                cast.post("RecordPastMovement", movement.formatted(",'amountAgorot':99999999999999999999")),
                "lines[0].amountAgorot", "whole-number");
        assertFlaw(cast.post("RecordPastMovement", movement.formatted(",'amountAgorot':9223372036854775807")),
                "lines[0].amountAgorot", "Max");
    }

    @Test
    void all_broken_constraints_are_told_at_once() {
        var answer = cast.post("OpenBudgetYear", "{}");

        assertProblem(answer, 400, "request.malformed");
        assertThat(StreamSupport.stream(json(answer).get("errors").spliterator(), false)
                .map(error -> error.get("field").stringValue() + " " + error.get("message").stringValue()))
                .containsExactly("from is missing", "to is missing");
    }

    @Test
    void malformed_preconditions_are_400() {
        var year = "{'yearId':'BY-400','from':'2017-01-01','to':'2017-12-31'}";
        assertFlaw(cast.post("OpenBudgetYear", year, "If-Match", "3"), "If-Match", "version");
        assertFlaw(cast.post("OpenBudgetYear", year, "If-Match", "\"3"), "If-Match", "version");
        assertFlaw(cast.post("OpenBudgetYear", year, "Idempotency-Key", "x".repeat(256)), "Idempotency-Key",
                "idempotency-key");
    }

    @Test
    void too_large_is_413() {
        var large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(cast.post("RegisterPerson", large), 413, "request.too-large");
        var chunked = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(large.repeat(8).getBytes(StandardCharsets.UTF_8)));
        assertProblem(cast.postBytes("/api/commands/RegisterPerson", "application/json", chunked), 413,
                "request.too-large");
        assertProblem(cast.post("RegisterPerson", "{'name':'" + "x".repeat(301) + "'}"), 413,
                "request.field-too-large");
        var line = "{'code':'1','name':'n','amountAgorot':1},";
        assertProblem(cast.post("RecordPastMovement",
                "{'yearId':'BY','kind':'ADDITION','title':'t','lines':[" + line.repeat(1000)
                        + line.replace("},", "}]}")),
                413, "request.field-too-large");
    }

    @Test
    void another_content_type_is_415() {
        assertProblem(
                cast.postBytes("/api/commands/RegisterPerson", "text/plain", BodyPublishers.ofString("{}")),
                415, "status.415");
        assertProblem(cast.postBytes("/api/commands", "application/json", BodyPublishers.ofString("{}")), 415,
                "status.415");
    }

    private static void assertFlaw(HttpResponse<String> answer, String field, String rule) {
        assertProblem(answer, 400, "request.malformed");
        var error = json(answer).get("errors").get(0);
        assertThat(error.get("field").stringValue() + " " + error.get("rule").stringValue())
                .isEqualTo(field + " " + rule);
        assertThat(error.get("message").stringValue()).doesNotStartWith("rule.");
    }
}
