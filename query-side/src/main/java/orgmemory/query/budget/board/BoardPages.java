// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import orgmemory.message.Rejected;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;
import orgmemory.query.screen.rail.Rails;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Cut rounds: how far has each come, and what can I do about it? */
@PageController
class BoardPages {

    private final BudgetReads reads;
    private final BoardReads boards;
    private final TableFiles tables;
    private final PendingRoundTasks tasks;
    private final Rails rails;
    private final Forms forms;

    BoardPages(BudgetReads reads, BoardReads boards, TableFiles tables, PendingRoundTasks tasks,
            Rails rails, Forms forms) {
        this.reads = reads;
        this.boards = boards;
        this.tables = tables;
        this.tasks = tasks;
        this.rails = rails;
        this.forms = forms;
    }

    @GetMapping("/rounds")
    String rounds(@ModelAttribute(name = "page", binding = false) Page page, Model model) {
        model.addAttribute("table", tables.of(BoardTables.ROUNDS, reads.rounds(page), page));
        return "budget/rounds";
    }

    @GetMapping(path = "/rounds", params = TableFiles.ASKED)
    void rounds(@ModelAttribute(name = "page", binding = false) Page page, HttpServletResponse response)
            throws IOException {
        var then = page.pinned();
        tables.send(BoardTables.ROUNDS, Word.of("rounds.title"), null, reads.rounds(then), then, response);
    }

    @GetMapping("/rounds/{id}")
    String board(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            Model model, HttpServletResponse response) {
        var found = boards.board(id, page);
        if (found.isEmpty()) {
            return notYet(id, page, model, response);
        }
        var board = found.get();
        model.addAttribute("id", board.board().roundId().value());
        model.addAttribute("it", board);
        model.addAttribute("board", board.board());
        model.addAttribute("tasks", tasks.of(board.board(), page));
        model.addAttribute("covering", tables.of(BoardTables.COVERING, BoardTables.covering(board), page));
        model.addAttribute("shares",
                tables.of(BoardTables.SHARES, ShareCoverage.of(board.board()).rows(), page));
        if (page.parameter("sort") != null) {
            model.addAttribute("proposed", tables.of(BoardTables.PROPOSED, BoardTables.rows(board), page));
        }
        model.addAttribute("rail", rails.of(page, board.board().roundId().subject()));
        model.addAttribute("consulted", boards.consulted(board.board(), page));
        model.addAttribute("recordable", forms.about(board.board().roundId().subject(), page));
        return "budget/cut-board";
    }

    @GetMapping(path = "/rounds/{id}", params = TableFiles.ASKED)
    void proposed(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            HttpServletResponse response) throws IOException {
        var then = page.pinned();
        var board = boards.board(id, then).orElseThrow(() -> Rejected.unknown("round.unknown", id));
        tables.send(BoardTables.PROPOSED, Word.of("proposed.title"), board.board().roundId().subject(),
                BoardTables.rows(board), then, response);
    }

    /** A round of another day: its page says so, and leads on through time. */
    private String notYet(String id, Page page, Model model, HttpServletResponse response) {
        var round = reads.board(id, BitemporalPoint.NOW)
                .orElseThrow(() -> Rejected.unknown("round.unknown", id))
                .it();
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("id", id);
        model.addAttribute("rail", rails.of(page, round.roundId().subject()));
        return "budget/not-yet";
    }
}
