// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orgmemory.message.NaturalKey;
import orgmemory.message.NewId;
import orgmemory.message.OfType;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.form.Field.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandFieldsTest {

    record Part(@NotNull LineId lineId, @Positive long amountAgorot) {
    }

    record Everything(@NewId PersonId made, @NewId @NaturalKey BudgetYearId chosen, @NotNull LineId line,
            @OfType( {
                    RoundId.class, LineId.class}) @Nullable Subject to,
            @NotBlank @Size(max = 300) String title,
            @Nullable @Size(max = 20_000) String reason, @Positive @Max(500) long amountAgorot,
            @Min(1) @Max(100) int percent, @NotNull LocalDate day, @NotNull AreaType type, boolean flag,
            @NotEmpty @Size(max = 9) List<@NotNull Part> parts,
            @NotNull List<@NotBlank @Size(max = 64) String> codes){
    }

    private static Field field(String name) {
        return CommandFields.of(Everything.class, name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"made,NEW_ID,false", "chosen,NATURAL_KEY,false", "line,THING,true", "to,SUBJECT,false",
            "title,TEXT,true", "reason,LONG_TEXT,false", "amountAgorot,AMOUNT,true", "percent,NUMBER,true",
            "day,DAY,true", "type,CHOICE,true", "flag,FLAG,false", "parts,LIST,true", "codes,LIST,true"})
    void a_field_is_filled_in_as_its_type_and_its_constraints_say(String name, Kind kind, boolean required) {
        assertThat(field(name).kind()).isEqualTo(kind);
        assertThat(field(name).required()).isEqualTo(required);
    }

    @Test
    void limits_come_from_the_constraints() {
        assertThat(field("amountAgorot")).extracting(Field::min, Field::max).containsExactly(1L, 500L);
        assertThat(field("percent")).extracting(Field::min, Field::max).containsExactly(1L, 100L);
        assertThat(field("title").max()).isEqualTo(300);
        assertThat(field("parts")).extracting(Field::min, Field::max).containsExactly(1L, 9L);
    }

    @Test
    void a_list_has_the_fields_of_its_parts() {
        assertThat(field("parts").parts()).extracting(Field::name).containsExactly("lineId", "amountAgorot");
        assertThat(field("codes").ofPlainParts()).isTrue();
        assertThat(field("codes").parts().getFirst().kind()).isEqualTo(Kind.TEXT);
        assertThat(field("to").things()).containsExactly(RoundId.class, LineId.class);
    }

    @Test
    void the_whole_follows_from_its_part_unless_the_part_is_new() {
        var year = CommandFields.of(AcceptBudgetCut.class, "yearId").orElseThrow();
        assertThat(Identity.of(AcceptBudgetCut.class)).extracting(Field::name)
                .containsExactly("yearId", "cutId");
        assertThat(Identity.leading(AcceptBudgetCut.class, year)).map(Field::name).hasValue("cutId");
        assertThat(Identity.leading(ProposeBudgetCut.class, year)).map(Field::name).hasValue("roundId");
        assertThat(Identity.leading(DraftBudgetLine.class, year)).isEmpty();
    }
}
