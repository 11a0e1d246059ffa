// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.automation;

import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.ways;
import static orgmemory.query.screen.table.TableColumn.word;
import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IF_ANY;

import java.util.List;
import java.util.Locale;
import orgmemory.query.automation.DueCalendar.DueState;
import orgmemory.query.automation.DueCalendar.Matter;
import orgmemory.query.automation.FollowUps.Refusal;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Way;
import orgmemory.query.screen.table.TableColumn.Word;

/** What is due, and what the memory could not do of itself, as tables. */
final class DueTables {

    static final PageTable<Matter> DUE = PageTable.<Matter>of("due", "due.sheet.",
            matter -> "due-" + matter.of().id() + '-' + matter.what(), thing("thing", Matter::of).is(HEADER),
            word("matter", (Matter matter) -> Word.of("due." + matter.what())),
            day("day", Matter::day).is(FIRST),
            word("state", (Matter matter) -> Word.of("value.DueState." + matter.state())).is(FIRST),
            day("doneOn", Matter::doneOn).is(IF_ANY))
            .looking(matter -> matter.state() == DueState.OVERDUE ? "late" : "")
            .why(Matter::of);

    private DueTables() {
    }

    /**
     * What was refused.
     *
     * @param maySettle whether the reader may say how it was seen to
     */
    static PageTable<Refusal> refusals(Locale language, boolean maySettle) {
        return PageTable
                .<Refusal>of("refused", "refused.sheet.", refusal -> "refused-" + refusal.followUpId(),
                        thing("thing", Refusal::about).is(HEADER),
                        word("automation",
                                (Refusal refusal) -> Word.of("automation." + refusal.automation())),
                        text("why", (Refusal refusal) -> refusal.sentenceIn(language)),
                        day("day", Refusal::refusedOn).is(FIRST),
                        day("settledOn", Refusal::settledOn).is(IF_ANY),
                        text("how", Refusal::how).is(IF_ANY),
                        ways("ways", (Refusal refusal) -> maySettle && refusal.isOpen()
                                ? List.of(new Way(Word.of("form.SettleFollowUp"),
                                        "/due?do=SettleFollowUp&followUpId=" + refusal.followUpId()))
                                : null))
                .sortedBy("refused")
                .why(refusal -> refusal.followUpId().subject());
    }
}
