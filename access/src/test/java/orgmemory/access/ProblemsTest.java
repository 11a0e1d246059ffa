// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.CutId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemsTest {

    record Line(@NotNull CutId id, long amountAgorot, @NotBlank String name, CutKind kind, LocalDate day) {
    }

    record Asked(List<Line> lines) {
    }

    private final Problems problems = new Problems(new Sentences());

    @Test
    void each_kind_of_refusal_has_its_status() {
        assertThat(status(new Rejected("x"))).isEqualTo(422);
        assertThat(status(Rejected.notAllowed("x"))).isEqualTo(403);
        assertThat(status(Rejected.unknown("x"))).isEqualTo(404);
        assertThat(status(Rejected.exists("x"))).isEqualTo(409);
        assertThat(status(new Rejected(Rejected.Kind.MALFORMED, "x"))).isEqualTo(400);
    }

    @Test
    void a_bug_answers_a_number_and_nothing_of_itself() {
        var problem = problems.of(new IllegalStateException("secret"), Sentences.ENGLISH);

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).contains(problem.body().get("incident").asString());
        assertThat(problem.body().toString()).doesNotContain("secret");
    }

    @Test
    void wrong_json_names_the_field_by_its_path() {
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\",\"amountAgorot\":1,\"colour\":1}]}"))
                .isEqualTo("lines[0].colour unknown-field");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\"}]}")).isEqualTo("lines[0].amountAgorot NotNull");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\",\"amountAgorot\":\"x\"}]}"))
                .isEqualTo("lines[0].amountAgorot whole-number");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\",\"amountAgorot\":1.5}]}"))
                .isEqualTo("lines[0].amountAgorot whole-number");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a b\",\"amountAgorot\":1}]}"))
                .isEqualTo("lines[0].id id.form");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\",\"amountAgorot\":1,\"kind\":\"HALF\"}]}"))
                .isEqualTo("lines[0].kind one-of");
        assertThat(invalidField("{\"lines\":[{\"id\":\"a\",\"amountAgorot\":1,\"day\":\"30.11.16\"}]}"))
                .isEqualTo("lines[0].day day");
        assertThat(invalidField("{\"lines\":{}}")).isEqualTo("lines type");
    }

    @Test
    void what_is_no_json_or_too_deep_is_400() {
        assertThat(problem("{\"lines\":").status()).isEqualTo(400);
        assertThat(problem("{\"lines\":").code()).isEqualTo("request.no-json");
        assertThat(problem("{\"lines\":[{\"id\":" + "[".repeat(40)).code()).isEqualTo("request.too-deep");
    }

    @Test
    void a_page_that_stands_by_itself_shows_what_it_tells_as_text() {
        var problem = Problem.of(400, "x", "<b>", "</p><script>", List.of(), Map.of(), Map.of(),
                Sentences.HEBREW);

        assertThat(new String(ErrorAnswers.page(problem, true), StandardCharsets.UTF_8))
                .contains("dir=\"rtl\"", "&lt;b&gt;", "&lt;/p&gt;&lt;script&gt;", "<a href=\"/\">")
                .doesNotContain("<b>", "<script>");
        assertThat(new String(ErrorAnswers.page(problem, false), StandardCharsets.UTF_8))
                .doesNotContain("<a");
    }

    private int status(Rejected rejected) {
        return problems.of(rejected, Sentences.HEBREW).status();
    }

    private String invalidField(String json) {
        var problem = problem(json);
        assertThat(problem.status()).isEqualTo(400);
        var error = problem.errors().getFirst();
        assertThat(error.message()).doesNotStartWith("rule.");
        return error.field() + " " + error.rule();
    }

    private Problem problem(String json) {
        var failed = catchThrowableOfType(JacksonException.class,
                () -> Json.mapper().treeToValue(Json.mapper().readTree(json), Asked.class));
        return problems.of(ValidationErrors.of(failed), Sentences.ENGLISH);
    }
}
