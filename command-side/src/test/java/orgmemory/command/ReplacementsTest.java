// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import orgmemory.message.Catalogue;
import orgmemory.message.CausedBy;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplacementsTest {

    @Test
    void every_event_names_the_command_that_becomes_it() {
        assertThat(Catalogue.events().filter(event -> !CorrectionEvent.class.isAssignableFrom(event)))
                .isNotEmpty()
                .allSatisfy(event -> {
                    var cause = event.getAnnotation(CausedBy.class);
                    assertThat(cause).as(event.getSimpleName()).isNotNull();
                    assertThat(cause.value().getEnclosingClass()).isEqualTo(event.getEnclosingClass());
                });
    }

    @Test
    void what_an_event_takes_from_the_state_is_held_to_its_form_too() {
        var withdrawn = new BudgetCutWithdrawn(new BudgetYearId("BY"), new RoundId("R"), new LineId("BY:L"),
                new CutId("C"), 100, null);
        var fields = Json.mapper().createObjectNode().put("amountAgorot", -5);

        assertThatThrownBy(() -> new Replacements().of(withdrawn, fields)).isInstanceOfSatisfying(
                Rejected.class, refusal -> assertThat(refusal.arguments()).containsExactly("amountAgorot"));
    }
}
