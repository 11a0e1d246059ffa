// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.budget.board.BoardPage;
import orgmemory.query.budget.YearLines;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Sheet;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.read.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Boards and lines as sheets, in the reader's language; amounts in shekels, as plain numbers. */
@Component
public class BudgetSheets {

    private final MessageSource words;
    private final Names names;

    BudgetSheets(MessageSource words, Names names) {
        this.words = words;
        this.names = names;
    }

    /** All rounds. */
    public Sheet rounds(List<Board> rounds, Page page) {
        return sheet("rounds", page, rounds.stream().map(round -> row(round, page)).toList(), "id", "year",
                "opened", "required", "accepted", "pending", "gap");
    }

    private List<String> row(Board round, Page page) {
        return List.of(round.roundId().value(),
                name(round.yearId() == null ? null : round.yearId().subject(), page),
                Objects.toString(round.openedOn(), ""), Shekels.typed(round.requiredAgorot()),
                Shekels.typed(round.acceptedAgorot()), Shekels.typed(round.pendingAgorot()),
                Shekels.typed(round.gapAgorot()));
    }

    /** The proposals and offers of a round. */
    public Sheet board(BoardPage board, Page page) {
        var rows = Stream.concat(board.board().proposals().stream().map(cut -> row(cut, board, page)),
                board.board().offers().stream().map(offer -> row(offer, board, page)));
        return sheet(board.board().roundId().value(), page, rows.toList(), "id", "how", "state", "since",
                "line",
                "to", "who", "recorder", "amount", "why", "consequence", "answer");
    }

    private List<String> row(Proposal cut, BoardPage board, Page page) {
        var texts = board.texts().of(cut.cutId().subject());
        return List.of(cut.cutId().value(),
                say(cut.kind() == null ? "cut.kind" : "cut.badge." + cut.kind(), page),
                say("sheet.state." + cut.state(), page), cut.since().toString(),
                name(cut.lineId().subject(), page),
                "", name(cut.proposer(), page), name(cut.recorder(), page), Shekels.typed(cut.amountAgorot()),
                text(texts.why()),
                text(texts.consequence()), text(texts.answer()));
    }

    private List<String> row(Offer offer, BoardPage board, Page page) {
        var texts = board.texts().of(offer.transferId().subject());
        return List.of(offer.transferId().value(),
                say(offer.kind() == null ? "transfer.kind" : "transfer.kind." + offer.kind(), page),
                say("sheet.state." + offer.state(), page), offer.since().toString(),
                name(offer.fromLineId().subject(), page), name(offer.to(), page), name(texts.askedBy(), page),
                name(texts.recordedBy(), page), Shekels.typed(offer.amountAgorot()), text(texts.why()), "",
                text(texts.answer()));
    }

    /** The lines of a year. */
    Sheet lines(String year, YearLines lines, Page page) {
        return sheet("lines-" + year, page, lines.all().stream().map(line -> row(line, lines, page)).toList(),
                "id",
                "line", "accountable", "draft", "movements", "cuts", "given", "received", "current", "free");
    }

    private List<String> row(Line line, YearLines lines, Page page) {
        var keeper = lines.keeper(line);
        return List.of(line.lineId().value(), name(line.lineId().subject(), page),
                keeper == null ? "" : name(keeper.subject(), page), Shekels.typed(line.draftAgorot()),
                Shekels.typed(line.movementsAgorot()), Shekels.typed(line.acceptedCutsAgorot()),
                Shekels.typed(line.solidarityOutAgorot()), Shekels.typed(line.solidarityInAgorot()),
                Shekels.typed(line.currentAgorot()), Shekels.typed(line.freeAgorot()));
    }

    /** How a line came to what it has free. */
    Sheet line(LineFile file, Page page) {
        return sheet(file.line().lineId().value().replace(':', '-'), page,
                file.steps().stream().map(step -> row(step, file, page)).toList(), "day", "what", "who",
                "recorder", "to",
                "change", "free", "why");
    }

    private List<String> row(LineFile.LineChange step, LineFile file, Page page) {
        return List.of(step.day().toString(), say("line.step." + step.cause().type(), page),
                name(step.by(), page), name(file.texts().of(step.cause()).recordedBy(), page),
                step.to() == null ? "" : name(step.to(), page), Shekels.typed(step.changeAgorot()),
                Shekels.typed(step.freeAgorot()), text(file.texts().of(step.cause()).why()));
    }

    private Sheet sheet(String name, Page page, List<List<String>> rows, String... columns) {
        return new Sheet(name, Stream.of(columns).map(column -> say("budget.sheet." + column, page)).toList(),
                rows);
    }

    private String name(@Nullable Subject subject, Page page) {
        return subject == null ? "" : names.in(page.language()).of(subject);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private String say(String key, Page page) {
        return words.getMessage(key, null, page.language());
    }
}
