// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import static orgmemory.query.screen.table.TableColumn.amount;
import static orgmemory.query.screen.table.TableColumn.change;
import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.word;
import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IF_ANY;
import static orgmemory.query.screen.table.TableColumn.Trait.IN_FILES;
import static orgmemory.query.screen.table.TableColumn.Trait.LABELLED;
import static orgmemory.query.screen.table.TableColumn.Trait.ON_SCREENS;
import static orgmemory.query.screen.table.TableColumn.Trait.SUMMED;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.YearLines;
import orgmemory.query.budget.line.LineFile.LineChange;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;

/** What the pages of lines show as tables. */
final class LineTables {

    /** The lines of a year. */
    static final PageTable<LineRow> LINES = PageTable.<LineRow>of("budget-lines", "lines.",
            row -> "line-" + row.line().lineId(),
            text("id", (LineRow row) -> row.line().lineId().value()).is(IN_FILES),
            thing("line", (LineRow row) -> row.line().lineId().subject()).is(HEADER),
            word("mine", (LineRow row) -> row.own() ? Word.of("lines.mine") : null).is(ON_SCREENS)
                    .within("line")
                    .looking("badge t-teal"),
            thing("keeper", LineRow::keeper, LineRow::nobody),
            amount("draft", (LineRow row) -> row.line().draftAgorot()).is(SUMMED),
            amount("movements", (LineRow row) -> row.line().movementsAgorot()).is(SUMMED, IF_ANY),
            amount("cuts", (LineRow row) -> row.line().acceptedCutsAgorot()).is(SUMMED),
            amount("given", (LineRow row) -> row.line().solidarityOutAgorot()).is(SUMMED),
            amount("received", (LineRow row) -> row.line().solidarityInAgorot()).is(SUMMED),
            amount("current", (LineRow row) -> row.line().currentAgorot()).is(SUMMED, FIRST),
            amount("free", (LineRow row) -> row.line().freeAgorot()).is(SUMMED, FIRST))
            .why(row -> row.line().lineId().subject())
            .looking(row -> row.own() ? "mine" : "");

    /** How a line came to what it has free. */
    static final PageTable<StepRow> STEPS = PageTable.<StepRow>of("budget-line", "steps.",
            row -> "step-" + row.number(), day("day", (StepRow row) -> row.step().day()).is(HEADER),
            word("what", row -> Word.of(row.step().what())),
            thing("who", (StepRow row) -> row.step().by()).within("what"),
            thing("recorder", (StepRow row) -> row.step().words().recordedBy()).is(LABELLED).within("what"),
            thing("to", (StepRow row) -> row.step().to()).is(LABELLED).within("what"),
            change("change", (StepRow row) -> row.step().changeAgorot()).is(FIRST, SUMMED),
            amount("free", (StepRow row) -> row.step().freeAgorot()),
            text("why", (StepRow row) -> row.step().words().why()).within("what"))
            .why(row -> row.step().cause());

    private LineTables() {
    }

    /**
     * A line, and whose it is.
     *
     * @param keeper who answers for it; null where nobody does
     * @param own    whether that is the reader
     */
    record LineRow(Line line, @Nullable Subject keeper, boolean own) {

        private Word nobody() {
            return Word.of(line.areaId() == null ? "lines.common" : "lines.nobody");
        }
    }

    static List<LineRow> rows(YearLines lines) {
        return lines.all().stream().map(line -> {
            var keeper = lines.keeper(line);
            return new LineRow(line, keeper == null ? null : keeper.subject(), lines.isOwn(line));
        }).toList();
    }

    /** What changed a line. */
    record StepRow(int number, LineChange step) {
    }

    static List<StepRow> rows(LineFile file) {
        var steps = file.steps();
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new StepRow(i + 1, steps.get(i)))
                .toList();
    }
}
