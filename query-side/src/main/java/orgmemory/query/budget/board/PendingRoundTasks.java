// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.budget.Amounts;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.budget.YearLines;
import orgmemory.query.consultation.ConsultationReads;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.home.PendingTasks;
import orgmemory.query.screen.read.Names;

/** What in the cut rounds waits for the reader: answers to record, help to take, a share that nobody carries yet? */
@Component
final class PendingRoundTasks implements PendingTasks {

    private final BudgetReads reads;
    private final Names names;
    private final ConsultationReads consultations;

    PendingRoundTasks(BudgetReads reads, Names names, ConsultationReads consultations) {
        this.consultations = consultations;
        this.reads = reads;
        this.names = names;
    }

    @Override
    public List<PendingTask> of(Page page) {
        return page.past()
                ? List.of()
                : reads.rounds(page).stream().flatMap(board -> of(board, page).stream()).toList();
    }

    /** What waits of one round. */
    List<PendingTask> of(Board board, Page page) {
        if (page.past() || board.gapAgorot() <= 0) {
            return List.of();
        }
        var lines = reads.lines(board.yearId(), page);
        var may = new BoardActions(page, board, lines, consultations.heard(page));
        var needs = new ArrayList<PendingTask>();
        board.offers()
                .stream()
                .filter(offer -> may.may(AcceptSolidarityTransfer.class, offer))
                .forEach(offer -> needs.add(take(board, offer, page)));
        board.proposals()
                .stream()
                .filter(cut -> may.may(AcceptBudgetCut.class, cut))
                .forEach(cut -> needs.add(accept(board, cut, page)));
        shares(board, lines, page).forEach(needs::add);
        return List.copyOf(needs);
    }

    private PendingTask take(Board board, Offer offer, Page page) {
        var from = name(offer.fromLineId().subject(), page);
        var amount = page.fmt().shekels(offer.amountAgorot());
        boolean forLine = offer.to().type().equals("line");
        return new PendingTask(forLine ? "take" : "take-for-gap",
                forLine ? List.of(from, amount, name(offer.to(), page)) : List.of(from, amount),
                "/rounds/" + board.roundId() + "#transfer-" + offer.transferId(), "heart-handshake",
                "violet");
    }

    private PendingTask accept(Board board, Proposal cut, Page page) {
        return new PendingTask("accept",
                List.of(page.fmt().shekels(cut.amountAgorot()), name(cut.lineId().subject(), page)),
                "/rounds/" + board.roundId() + "#cut-" + cut.cutId(), "check", "green");
    }

    /** Shares of the reader's own lines that neither a proposal nor an offer covers yet. A share binds nobody. */
    private Stream<PendingTask> shares(Board board, YearLines lines, Page page) {
        return lines.own().stream().flatMap(line -> share(board, line, page));
    }

    private Stream<PendingTask> share(Board board, Line line, Page page) {
        var row = ShareCoverage.of(board, line.lineId());
        long offered = Amounts.sum(board.offers()
                .stream()
                .filter(offer -> offer.to().equals(line.lineId().subject()))
                .mapToLong(Offer::pendingAgorot));
        long left = Amounts.minus(row.leftAgorot(), Amounts.plus(row.pendingAgorot(), offered));
        return left <= 0
                ? Stream.of()
                : Stream.of(new PendingTask("share",
                        List.of(name(line.lineId().subject(), page), page.fmt().shekels(row.shareAgorot()),
                                page.fmt().shekels(left)),
                        "/rounds/" + board.roundId() + "?do=ProposeBudgetCut&lineId=" + line.lineId(),
                        "coins",
                        "copper"));
    }

    private String name(Subject thing, Page page) {
        return Fmt.apart(names.in(page.language()).of(thing));
    }
}
