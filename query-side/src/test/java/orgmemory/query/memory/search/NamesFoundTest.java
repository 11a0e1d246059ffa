// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;
import orgmemory.query.memory.reading.RecordQuery.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names lead to what people and things did and what concerns them, as they are known at the moment that is asked about. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesFoundTest {

    private static final PersonId RAMI = new PersonId("P6");

    private final Findings memory = new Findings();

    private static PersonRegistered rami(String name, String latinName) {
        return new PersonRegistered(RAMI, name, latinName);
    }

    private List<Long> found(String question, @Nullable Long knownOn) {
        return memory.find(question, knownOn, Order.OLDEST, 100);
    }

    @Test
    void a_person_is_found_as_actor_on_whose_behalf_and_as_concerned_in_both_spellings() {
        long other = memory.add(new PersonRegistered(new PersonId("P7"), "דנה לוי", "Dana Levi"),
                "service/memory", null);
        long named = memory.add(rami("רמי ח'ורי", "Rami Khoury"), "service/memory", null);
        long acted = memory.add(Findings.proposal("נייר", 1), "person/P6", null);
        long spokenFor = memory.add(Findings.proposal("עט", 1), "person/P7", "person/P6");
        long concerned = memory.add(
                new AccountabilityAssigned(new AreaId("A"), RAMI, LocalDate.of(2016, 1, 1)),
                "person/P7", null);
        long tookPart = memory.add(new CutRoundOpened(new BudgetYearId("BY"), new RoundId("R"), 1, "Less",
                List.of(RAMI, new PersonId("P7"))), "person/P7", null);
        long wroteOf = memory.text("כך אמר רמי");
        for (var question : List.of("רמי ח'ורי", "רמי ח׳ורי", "Rami", "khoury", "KHOURY rami", "Rami Kho",
                "רמי")) {
            assertThat(found(question, null)).as(question)
                    .contains(named, acted, spokenFor, concerned, tookPart)
                    .doesNotContain(other);
        }
        assertThat(found("רמי", null)).contains(wroteOf);
        assertThat(found("Rami עט", null)).containsExactly(spokenFor);
        assertThat(memory.find("רמי")).startsWith(wroteOf, named);
        assertThat(found("Dana", null)).containsExactly(other, spokenFor, concerned, tookPart);
    }

    @Test
    void names_are_those_known_at_the_moment_that_is_asked_about() {
        long named = memory.add(rami("רומי", "Romi"), "service/memory", null);
        long acted = memory.add(Findings.proposal("נייר", 1), "person/P6", null);
        long renamed = memory.correct(named, rami("רמי", "Rami"));

        assertThat(found("Rami", null)).containsExactly(named, acted, renamed);
        assertThat(found("Romi", null)).containsExactly(named);
        assertThat(found("Romi", acted)).containsExactly(named, acted);
        assertThat(found("Rami", acted)).isEmpty();
    }

    @Test
    void areas_lines_bodies_and_rounds_are_found_by_their_names() {
        long area = memory.add(new ResponsibilityAreaOpened(new AreaId("A1"), AreaType.DOMAIN, "הספרייה"),
                "person/P0", null);
        long line = memory
                .add(new BudgetLineDrafted(new BudgetYearId("BY"), new LineId("BY:L"), new AreaId("A1"),
                        "Books",
                        48_000_000, null), "person/P0", null);
        long body = memory.add(new BodyRegistered(new BodyId("B"), "Finance committee"), "person/P0", null);
        long cut = memory.add(Findings.proposal("נייר", 2_085_050), "person/P0", "body/B");
        long round = memory
                .add(new CutRoundOpened(new BudgetYearId("BY"), new RoundId("CR-2017-1"), 130_000_000, "Less",
                        List.of()), "person/P0", null);

        assertThat(found("ספרייה", null)).containsExactly(area, line);
        assertThat(found("books", null)).containsExactly(line, cut);
        assertThat(found("finance comm", null)).containsExactly(body, cut);
        assertThat(found("CR-2017-1", null)).containsExactly(round);
        for (var amount : List.of("480,000", "480000", "₪480,000", "480 אלף", "480K", "480 thousand",
                "ב־480,000")) {
            assertThat(found(amount, null)).as(amount).containsExactly(line);
        }
        assertThat(found("20,850.5", null)).containsExactly(cut);
        assertThat(found("20,850.50 ₪", null)).containsExactly(cut);
        assertThat(found("20850", null)).containsExactly(cut);
        assertThat(found("1.3 מיליון", null)).containsExactly(round);
        assertThat(found("2085050", null)).isEmpty();
    }

    @Test
    void a_budget_year_and_what_is_of_it_are_found_by_the_year_that_it_is_of() {
        var next = new BudgetYearId("next");
        long opened = memory.add(
                new BudgetYearOpened(next, LocalDate.of(2018, 9, 1), LocalDate.of(2019, 8, 31)), "person/P0",
                null);
        long round = memory.add(new CutRoundOpened(next, new RoundId("less"), 1, "Less", List.of()),
                "person/P0", null);
        assertThat(found("2018", null)).containsExactly(opened, round).isEqualTo(found("2019", null));
        assertThat(found("2017", null)).isEmpty();
    }

    @Test
    void what_has_a_name_in_each_language_is_found_by_both_also_after_another_one() {
        var area = new AreaId("A1");
        var line = new LineId("BY:L");
        var year = new BudgetYearId("BY");
        long opened = memory.add(
                new ResponsibilityAreaOpened(area, AreaType.DOMAIN, "הספרייה", "Library"), "person/P0", null);
        long drafted = memory.add(new BudgetLineDrafted(year, line, area, "ספרים", "Books", 48_000_000, null),
                "person/P0", null);
        long body = memory.add(new BodyRegistered(new BodyId("B"), "ועדת כספים", "Finance committee"),
                "person/P0", null);
        long institute = memory.add(new InstituteRegistered(new InstituteId("I"), "המכון", "Institute"),
                "person/P0", null);
        long cut = memory.add(Findings.proposal("נייר", 1), "person/P0", "body/B");
        assertThat(found("library", null)).containsExactly(opened, drafted).isEqualTo(found("ספרייה", null));
        assertThat(found("Books", null)).containsExactly(drafted, cut).isEqualTo(found("ספרים", null));
        assertThat(found("finance comm", null)).containsExactly(body, cut)
                .isEqualTo(found("ועדת כספים", null));
        assertThat(found("institute", null)).contains(institute);

        long renamed = memory.add(new AreaRenamed(area, "מרכז הידע", "Knowledge centre"), "person/P0", null);
        long anew = memory.add(
                new BudgetLineDraftRevised(year, line, 1, "ספרים ומאגרים", "Books and databases", "why"),
                "person/P0", null);
        assertThat(found("knowledge centre", null)).contains(renamed, opened);
        assertThat(found("databases", null)).contains(anew, drafted);
    }

    @Test
    void no_name_stands_in_the_words_of_what_it_leads_to() {
        long named = memory.add(rami("רמי", "Rami"), "service/memory", null);
        memory.add(Findings.proposal("נייר", 1), RAMI.subject().toString(), null);
        var words = JdbcClient.create(memory.fold().dataSource())
                .sql("select words::text || coalesce(names::text, '') from memory.record where position <> ?")
                .param(named)
                .query(String.class)
                .single();
        assertThat(words).contains(Subject.of("person/P6").toString()).doesNotContain("רמי", "rami");
    }
}
