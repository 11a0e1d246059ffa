// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import orgmemory.access.HttpProblem.InvalidField;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** A problem's bytes are part of the API: its members, their order, and what is left out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemJsonTest {

    private final Problems problems = new Problems(new Sentences());

    @Test
    void a_broken_rule() {
        assertThat(json(new Rejected("link.unknown"), Sentences.ENGLISH)).isEqualTo("""
                {"type":"urn:orgmemory:problem:link.unknown",\
                "title":"Refused by a rule","status":422,\
                "detail":"This link is not known here. Please look whether it was copied whole.",\
                "code":"link.unknown"}""");
    }

    @Test
    void a_broken_rule_in_hebrew() {
        assertThat(json(Rejected.unknown("link.unknown"), Sentences.HEBREW)).isEqualTo("""
                {"type":"urn:orgmemory:problem:link.unknown",\
                "title":"לא נמצא","status":404,\
                "detail":"הקישור אינו מוכר כאן. כדאי לבדוק שהועתק במלואו.",\
                "code":"link.unknown"}""");
    }

    @Test
    void fields_that_are_wrong() {
        var problem = new HttpProblem(400, "request.malformed",
                List.of(new InvalidField("lines[0].name", "NotBlank", List.of()),
                        new InvalidField("", "Size.max", List.of(1_200))));

        assertThat(json(problem, Sentences.ENGLISH)).isEqualTo("""
                {"type":"urn:orgmemory:problem:request.malformed",\
                "title":"The request is malformed","status":400,\
                "detail":"Some fields are missing or wrong.",\
                "code":"request.malformed",\
                "errors":[{"field":"lines[0].name","rule":"NotBlank","message":"must not be empty"},\
                {"field":"","rule":"Size.max","message":"must not be longer than 1200"}]}""");
    }

    @Test
    void further_members_come_last_and_in_their_order() {
        var problem = HttpProblem.later("status.503", 60)
                .with("version", 12L)
                .with("actual", "x")
                .with("note", "");

        assertThat(json(problem, Sentences.HEBREW)).isEqualTo("""
                {"type":"urn:orgmemory:problem:status.503",\
                "title":"לא זמין כרגע","status":503,\
                "detail":"השירות עמוס. נא לנסות שוב בקרוב.",\
                "code":"status.503","version":12,"actual":"x","note":""}""");
    }

    @Test
    void a_plain_status() {
        assertThat(json(new HttpRequestMethodNotSupportedException("PUT", List.of("GET")), Sentences.ENGLISH))
                .isEqualTo("""
                        {"type":"urn:orgmemory:problem:status.405",\
                        "title":"Method not allowed","status":405,\
                        "detail":"This address does not take this method.",\
                        "code":"status.405"}""");
    }

    private String json(Throwable thrown, Locale language) {
        return Json.mapper().writeValueAsString(problems.of(thrown, language).body());
    }
}
