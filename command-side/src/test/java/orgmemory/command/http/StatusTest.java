// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import orgmemory.access.HttpProblem;
import orgmemory.message.Rejected;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** Each status that a command can be answered with, over HTTP. */
@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusTest {

    private static final String YEAR = "{'yearId':'%s','from':'2017-01-01','to':'2017-12-31'}";

    @Autowired
    private Cast cast;

    @Test
    void a_command_that_is_taken_answers_200_with_the_version_as_etag() {
        var answer = cast.post("OpenBudgetYear", YEAR.formatted("BY-200"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(json(answer).get("id").stringValue()).isEqualTo("BY-200");
        assertThat(json(answer).get("stream").stringValue()).isEqualTo("budget-year/BY-200");
        assertThat(json(answer).get("entity").stringValue()).isEqualTo("budget-year/BY-200");
        assertThat(json(answer).get("version").longValue()).isEqualTo(1);
        assertThat(json(answer).get("after").stringValue()).isNotBlank();
        assertThat(json(answer).get("position").longValue()).isPositive();
    }

    @Test
    void an_id_that_is_left_out_is_made() {
        var answer = cast.post("RegisterPerson", "{'name':'Dana'}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("id").stringValue()).matches("[0-9a-f-]{36}");
    }

    @Test
    void without_a_valid_token_it_is_401() {
        var body = BodyPublishers.ofString("{}");
        assertProblem(cast.send(cast.request("", "/api/commands/RegisterPerson").POST(body)), 401,
                "status.401");
        var wrong = cast.send(
                cast.request("", "/api/commands/RegisterPerson", "Authorization", "Bearer om_x").POST(body));
        assertProblem(wrong, 401, "status.401");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).get().asString().startsWith("Bearer");
    }

    @Test
    void without_the_capacity_it_is_403() {
        var asked = cast.request("N", "/api/commands/RegisterPerson")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"x\"}"));
        assertProblem(cast.send(asked), 403, "capacity.none-held");
        assertProblem(cast.post("InvitePerson", "{'personId':'N','linkId':'%s'}".formatted(new UUID(1, 2))),
                403, "command.through-access");
    }

    @Test
    void what_is_unknown_is_404() {
        assertProblem(cast.post("DoNothing", "{}"), 404, "command.unknown");
        assertProblem(cast.post("PublishFullView", "{'yearId':'BY-404'}"), 404, "budget-year.unknown");
        assertProblem(cast.post("RegisterPerson", "{'name':'x','envelope':{'onBehalfOf':'body/b404'}}"), 404,
                "body.unknown");
        assertProblem(cast.get("/api/nothing"), 404, "status.404");
        assertProblem(cast.get("/api/commands/DoNothing"), 404, "command.unknown");
    }

    @Test
    void what_a_correction_names_and_nobody_knows_is_404() {
        var refused = cast.asService("RecordRefusedFollowUp", "{'followUpId':'F404','about':'person/N',"
                + "'automation':'x','command':'x','rule':'x','hebrew':'x','english':'x'}");
        for (var code : List.of("manager.unknown", "movement.unknown", "membership.unknown")) {
            assertProblem(cast.post("CorrectRecord", "{'stream':'follow-up/F404','eventId':'%s','reason':'x',"
                    .formatted(refused.after())
                    + "'replacement':{'about':'%s'}}".formatted(code.replace(".unknown", "/none"))), 404,
                    code);
        }
    }

    @Test
    void another_method_is_405_and_another_form_of_answer_406() {
        var deleted = cast.send(cast.request("K", "/api/commands/RegisterPerson").DELETE());
        assertProblem(deleted, 405, "status.405");
        assertThat(deleted.headers().firstValue("Allow")).get().asString().contains("POST");
        assertProblem(cast.post("RegisterPerson", "{'personId':'P406','name':'x'}", "Accept", "text/html"),
                406,
                "status.406");
        assertThat(cast.post("RegisterPerson", "{'personId':'P406','name':'x'}").statusCode()).isEqualTo(200);
    }

    @Test
    void what_exists_already_is_409() {
        cast.post("OpenBudgetYear", YEAR.formatted("BY-409"));
        assertProblem(cast.post("OpenBudgetYear", YEAR.formatted("BY-409")), 409, "budget-year.exists");
    }

    @Test
    void a_broken_rule_is_422() {
        assertProblem(
                cast.post("OpenBudgetYear", "{'yearId':'BY-422','from':'2017-01-01','to':'2016-01-01'}"), 422,
                "budget-year.ends-before-it-begins");
        assertProblem(cast.post("RegisterPerson", "{'name':'x','envelope':{'occurredOn':'2999-01-01'}}"), 422,
                "occurred-on.future");
    }

    @Test
    void whoever_loses_each_time_is_told_so_unless_it_was_a_rule_that_refused_them() {
        var rule = new Rejected("occurred-on.future");

        assertThat(new LostRace(rule).answer()).isSameAs(rule);
        assertThat(new LostRace(new ConcurrencyException("Another came first")).answer())
                .isInstanceOfSatisfying(HttpProblem.class, lost -> {
                    assertThat(lost.status()).isEqualTo(409);
                    assertThat(lost.code()).isEqualTo("command.lost-race");
                });
    }

    @Test
    void a_mistake_of_ours_is_500_with_a_number_and_no_detail() {
        var answer = cast.get("/bug");

        assertProblem(answer, 500, "status.500");
        assertThat(answer.body()).doesNotContain("inner")
                .contains(json(answer).get("incident").stringValue());
    }

    @Test
    void answers_tell_browsers_to_be_careful_and_nobody_gets_a_cookie() {
        var headers = cast.get("/api/commands").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).get()
                .asString()
                .contains("default-src 'none'");
        assertThat(headers.firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void problems_are_told_in_the_readers_language() {
        var english = cast.post("DoNothing", "{}", "Accept-Language", "en-GB,he;q=0.5");
        var hebrew = cast.post("DoNothing", "{}", "Accept-Language", "he");

        assertThat(json(english).get("detail").stringValue())
                .isEqualTo("There is no command called DoNothing.");
        assertThat(json(hebrew).get("detail").stringValue()).isEqualTo("אין פקודה בשם DoNothing.");
        assertThat(json(hebrew).get("title").stringValue()).isEqualTo("לא נמצא");
        assertThat(hebrew.headers().firstValue("Content-Language")).contains("he");
        var unsigned = cast.send(cast.request("", "/api/commands", "Accept-Language", "he"));
        assertThat(json(unsigned).get("title").stringValue()).isEqualTo("לא מזוהה");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
        assertThat(json(answer).get("status").intValue()).isEqualTo(status);
        assertThat(json(answer).get("type").stringValue()).isEqualTo("urn:orgmemory:problem:" + code);
        assertThat(json(answer).get("title").stringValue()).doesNotStartWith("title.");
        assertThat(json(answer).get("detail").stringValue()).isNotEqualTo(code);
    }
}
