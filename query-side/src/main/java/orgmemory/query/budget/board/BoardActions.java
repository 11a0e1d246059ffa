// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Objects;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.screen.Page;
import orgmemory.query.budget.YearLines;

/** What the reader may ask for on a board now, as far as rules and figures tell beforehand. Nothing in the past. */
public record BoardActions(Page page, Board board, YearLines lines) {

    public boolean propose() {
        return now() && proposes() && !lines.all().isEmpty();
    }

    public boolean offer() {
        return now() && !lines.own().isEmpty() && board.gapAgorot() > 0;
    }

    public boolean withdraw(Proposal cut) {
        return now() && cut.state() == Proposal.State.FILED
                && ((proposes() && reader().equals(cut.proposer()))
                        || (page.may("REC") && reader().equals(cut.recorder())));
    }

    /** Its giver's line is the reader's, or the reader recorded the offer. */
    public boolean withdraw(Offer offer) {
        return lines.mayTakeBack(offer, page);
    }

    public boolean accept(Proposal cut) {
        return now() && page.may("REC") && cut.state() == Proposal.State.FILED && whyNot(cut).isEmpty();
    }

    /** The forum may reject what it could not accept as matters stand. */
    public boolean reject(Proposal cut) {
        return now() && page.may("REC") && cut.state() == Proposal.State.FILED;
    }

    public boolean take(Offer offer) {
        boolean mine = lines.find(offer.to())
                .filter(line -> line.areaId() != null)
                .map(lines::isOwn)
                .orElseGet(() -> page.may("REC"));
        return now() && mine && offer.state() == Offer.State.OFFERED && whyNot(offer).isEmpty();
    }

    /** Why a proposal that waits cannot be accepted as matters stand, as a key of the bundles; empty where it can. */
    public String whyNot(Proposal cut) {
        if (cut.kind() == CutKind.OTHER_LINE) {
            return "board.not.other-line";
        }
        if (cut.kind() != CutKind.INCOME_INCREASE && cut.amountAgorot() > free(cut.lineId().subject())) {
            return "board.not.free";
        }
        return cut.amountAgorot() > board.gapAgorot() ? "board.not.gap" : "";
    }

    /** The same for an offer. */
    public String whyNot(Offer offer) {
        if (offer.amountAgorot() > free(offer.fromLineId().subject())) {
            return "board.not.free";
        }
        return offer.roundId() != null && offer.amountAgorot() > board.gapAgorot() ? "board.not.gap" : "";
    }

    private long free(Subject line) {
        return lines.find(line).map(Line::freeAgorot).orElse(0L);
    }

    private boolean now() {
        return !page.past() && page.reader() != null;
    }

    private boolean proposes() {
        return page.may("MGR") || page.may("MM");
    }

    private Subject reader() {
        return Objects.requireNonNull(page.reader()).id().subject();
    }
}
