// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import orgmemory.message.Rejected;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.FormSender;
import orgmemory.query.screen.form.Form;
import orgmemory.query.screen.rail.Rails;
import orgmemory.query.screen.table.TableColumn.Word;
import orgmemory.query.screen.table.TableFiles;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cut rounds: how far has each come, and what can I do about it? */
@PageController
class BoardPages {

    private final BudgetReads reads;
    private final BoardReads boards;
    private final BoardForms forms;
    private final TableFiles tables;
    private final Rails rails;

    BoardPages(BudgetReads reads, BoardReads boards, BoardForms forms, TableFiles tables, Rails rails) {
        this.reads = reads;
        this.boards = boards;
        this.forms = forms;
        this.tables = tables;
        this.rails = rails;
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
            @RequestParam Map<String, String> given, Model model, HttpServletResponse response) {
        var found = boards.board(id, page);
        if (found.isEmpty()) {
            return notYet(id, page, model, response);
        }
        var board = found.get();
        var what = given.getOrDefault("do", "");
        show(board, page, model, OpenForm.of(what, BoardForms.fresh(what, given, board.lines()), board)
                .filter(form -> form.offered(board.may())));
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

    /** A form of the board was sent. Where it is refused the page comes again, with what was typed. */
    @PostMapping("/rounds/{id}")
    String send(@ModelAttribute(name = "page", binding = false) Page page, @PathVariable String id,
            @RequestParam("do") String what, @RequestParam MultiValueMap<String, String> typed, Model model,
            RedirectAttributes next, HttpServletResponse response) {
        var board = boards.board(id, page).orElseThrow(() -> Rejected.unknown("round.unknown", id));
        var form = Form.sent(typed);
        var refused = forms.send(page, board.board(), what, form);
        if (refused.isEmpty()) {
            return FormSender.done("/rounds/" + id, "board.done." + what, form, next);
        }
        response.setStatus(refused.get().status());
        show(board, page, model, OpenForm.of(what, refused.get(), board));
        return "budget/cut-board";
    }

    private void show(BoardPage board, Page page, Model model, Optional<OpenForm> open) {
        model.addAttribute("id", board.board().roundId().value());
        model.addAttribute("it", board);
        model.addAttribute("board", board.board());
        model.addAttribute("shares",
                tables.of(BoardTables.SHARES, ShareCoverage.of(board.board()).rows(), page));
        model.addAttribute("proposed", tables.of(BoardTables.PROPOSED, BoardTables.rows(board), page));
        model.addAttribute("rail", rails.of(page, board.board().roundId().subject()));
        open.ifPresent(form -> model.addAttribute("ask", form));
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
