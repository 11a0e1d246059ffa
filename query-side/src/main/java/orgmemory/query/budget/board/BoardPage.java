// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import java.util.Set;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.screen.read.States.State;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.YearLines;

/** A round as its page shows it: what waits for an answer, what was accepted, what was taken back. */
public record BoardPage(State<Board> state, YearLines lines, AuthoredTexts.Texts texts, CoverageTimeline road,
        BoardActions may) {

    public Board board() {
        return state.it();
    }

    public ShareCoverage carried() {
        return ShareCoverage.of(board());
    }

    public List<Proposal> waiting() {
        return cuts(Proposal.State.FILED);
    }

    public List<Proposal> accepted() {
        return cuts(Proposal.State.ACCEPTED);
    }

    public List<Proposal> withdrawn() {
        return cuts(Proposal.State.WITHDRAWN);
    }

    public List<Proposal> rejected() {
        return cuts(Proposal.State.REJECTED);
    }

    /** Offers that wait for an answer, or were accepted and wait for the money to move. */
    public List<Offer> offered() {
        return offers(Set.of(Offer.State.OFFERED, Offer.State.ACCEPTED));
    }

    public List<Offer> executed() {
        return offers(Set.of(Offer.State.EXECUTED));
    }

    public List<Offer> takenBack() {
        return offers(Set.of(Offer.State.WITHDRAWN));
    }

    /** How much of what is required has been accepted, in hundredths, rounded down. */
    public long percent() {
        return Amounts.percent(board().acceptedAgorot(), board().requiredAgorot());
    }

    /** The version that the reader sees of a proposal or an offer; null in the past. */
    public @Nullable Long version(Subject part) {
        return state.version(part);
    }

    private List<Proposal> cuts(Proposal.State which) {
        return board().proposals().stream().filter(cut -> cut.state() == which).toList();
    }

    private List<Offer> offers(Set<Offer.State> which) {
        return board().offers().stream().filter(offer -> which.contains(offer.state())).toList();
    }
}
