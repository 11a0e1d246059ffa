// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import orgmemory.message.Command;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.form.SpecialForm;
import orgmemory.query.screen.read.States;

/** A line that is drafted anew begins with what it was drafted with. */
@Component
final class LineForms implements SpecialForm {

    private final States states;
    private final BudgetLines lines;

    LineForms(States states, BudgetLines lines) {
        this.states = states;
        this.lines = lines;
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Set.of(ReviseLineDraft.class);
    }

    @Override
    public Map<String, String> begin(Draft draft) {
        return states.one(lines, draft.value("lineId"), draft.page().point())
                .map(line -> Map.of("amountAgorot", Shekels.typed(line.it().draftAgorot())))
                .orElse(Map.of());
    }
}
