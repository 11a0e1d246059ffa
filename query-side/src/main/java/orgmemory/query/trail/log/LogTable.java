// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.log;

import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.number;
import static orgmemory.query.screen.table.TableColumn.sentence;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.things;
import static orgmemory.query.screen.table.TableColumn.time;
import static orgmemory.query.screen.table.TableColumn.word;

import java.time.LocalTime;
import java.util.List;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;

/** The record as a table to take away. */
final class LogTable {

    static final PageTable<Row> RECORD = PageTable.<Row>of("record", "sheet.",
            row -> "p" + row.fact().position(),
            number("position", (Row row) -> row.fact().position()),
            time("recorded", row -> row.on().atTime(LocalTime.parse(row.at()))),
            day("happened", row -> row.fact().day()), text("kind", row -> row.description().kind()),
            sentence("what", row -> row.description().sentence()),
            thing("who", row -> row.fact().envelope().actor()),
            word("capacity", row -> Word.of("value.Capacity." + row.fact().envelope().capacity())),
            thing("on-behalf", row -> row.fact().envelope().onBehalfOf()),
            things("concerns", row -> List.copyOf(row.fact().event().subjects())),
            text("event", row -> row.fact().eventId()));

    private LogTable() {
    }
}
