// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;

/** Reads a line as its page shows it, at the moment that the page is about. */
@Component
class LineReads {

    private final States states;
    private final BudgetLines lines;
    private final BudgetReads reads;
    private final AuthoredTexts written;

    LineReads(States states, BudgetLines lines, BudgetReads reads, AuthoredTexts written) {
        this.states = states;
        this.lines = lines;
        this.reads = reads;
        this.written = written;
    }

    /** A line; empty where it was not drafted, or not known, then. */
    Optional<LineFile> line(String id, Page page) {
        return states.one(lines, id, page.point()).map(States.State::it).map(line -> {
            var facts = written.facts(line.lineId().subject(), page);
            var texts = AuthoredTexts.texts(facts);
            var rounds = line.yearId() == null
                    ? List.<Board>of()
                    : reads.rounds(Map.of("yearId", line.yearId().value()), page);
            return new LineFile(line, LineFile.steps(lines, line, facts, texts), rounds, texts,
                    reads.lines(line.yearId(), page));
        });
    }
}
