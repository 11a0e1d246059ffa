// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Optional;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.screen.form.Form;
import orgmemory.query.budget.YearLines;
import orgmemory.query.screen.form.Shekels;

/**
 * What would be, if what is being typed were accepted.
 *
 * @param lineId     the line it would come from, as typed
 * @param freeAgorot what that line would still have; null where nothing is taken from it
 */
public record ImpactPreview(long gapAgorot, String lineId, @Nullable Long freeAgorot) {

    /** Empty until an amount above 0 has been typed. */
    static Optional<ImpactPreview> of(Form form, String lineField, Board board, YearLines lines) {
        var line = form.value(lineField);
        boolean takes = !form.value("kind").equals(CutKind.INCOME_INCREASE.name());
        return Shekels.agorot(form.value("amountAgorot")).filter(amount -> amount > 0).map(amount -> {
            var free = lines.all()
                    .stream()
                    .filter(each -> takes && each.lineId().value().equals(line))
                    .map(Line::freeAgorot)
                    .findFirst();
            return new ImpactPreview(Amounts.minus(board.gapAgorot(), amount), line,
                    free.map(had -> Amounts.minus(had, amount)).orElse(null));
        });
    }

    public boolean moreThanGap() {
        return gapAgorot < 0;
    }

    public boolean moreThanFree() {
        return freeAgorot != null && freeAgorot < 0;
    }
}
