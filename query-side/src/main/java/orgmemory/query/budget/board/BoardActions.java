// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.IssuedBy;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutCommand;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.OfferActions;
import orgmemory.query.budget.Proposal;
import orgmemory.query.consultation.ConsultationReads.Heard;
import orgmemory.query.screen.Page;
import orgmemory.query.budget.Ways;
import orgmemory.query.budget.YearLines;

/** What the reader may ask for on a board now, as far as rules and figures tell beforehand. Nothing in the past. */
public record BoardActions(Page page, Board board, YearLines lines, Heard heard) {

    public boolean propose() {
        return now() && proposes() && !lines.all().isEmpty();
    }

    public boolean offer() {
        return now() && !lines.own().isEmpty() && board.gapAgorot() > 0;
    }

    /** The commands about a proposal that the reader may issue. */
    public List<String> ways(Proposal cut) {
        return Ways.of(BudgetCutCommand.class, command -> may(command, cut));
    }

    /** The same of an offer. */
    public List<String> ways(Offer offer) {
        return Ways.of(SolidarityTransferCommand.class, command -> may(command, offer));
    }

    /** What only recorders issue is theirs, all else the proposer's. The forum may reject what it could not accept now. */
    public boolean may(Class<? extends Command> command, Proposal cut) {
        return now() && command != ProposeBudgetCut.class && cut.open()
                && (isForRecorders(command) ? page.may("REC") : isOwn(cut))
                && (command != AcceptBudgetCut.class || whyNot(cut).isEmpty());
    }

    /** The same of an offer. */
    public boolean may(Class<? extends Command> command, Offer offer) {
        return now() && new OfferActions(page, lines).may(command, offer)
                && (command != AcceptSolidarityTransfer.class || whyNot(offer).isEmpty());
    }

    private static boolean isForRecorders(Class<? extends Command> command) {
        return Stream.ofNullable(command.getAnnotation(IssuedBy.class))
                .flatMap(issuedBy -> Stream.of(issuedBy.value()))
                .allMatch(capacity -> capacity == Capacity.REC);
    }

    /** The reader proposed it, or recorded it for who did. */
    private boolean isOwn(Proposal cut) {
        return (proposes() && reader().equals(cut.proposer()))
                || (page.may("REC") && reader().equals(cut.recorder()));
    }

    /** Why a proposal that waits cannot be accepted as matters stand, as a key of the bundles; empty where it can. */
    public String whyNot(Proposal cut) {
        if (cut.kind() == CutKind.OTHER_LINE && !ownerHeard(cut)) {
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

    private boolean ownerHeard(Proposal cut) {
        var owner = lines.find(cut.lineId()).map(lines::keeper).orElse(null);
        return heard.about(cut.cutId().subject(), owner);
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
