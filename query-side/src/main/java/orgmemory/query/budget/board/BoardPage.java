// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.screen.read.States.State;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.YearLines;

/** A round as its page shows it: what waits for an answer, what was accepted, what was closed. */
public record BoardPage(State<Board> state, YearLines lines, AuthoredTexts.Texts texts, CoverageTimeline road,
        BoardActions may) {

    private static final long BAR = 1_000;

    public Board board() {
        return state.it();
    }

    public ShareCoverage carried() {
        return ShareCoverage.of(board());
    }

    /** Those that the reader can answer first. */
    public List<Proposal> waiting() {
        return cuts(Proposal::open).stream()
                .sorted(comparing(cut -> !may.may(AcceptBudgetCut.class, cut)))
                .toList();
    }

    public List<Proposal> accepted() {
        return cuts(cut -> cut.state() == Proposal.State.ACCEPTED);
    }

    /** Offers that wait for an answer, or were accepted and wait for the money to move; the reader's to answer first. */
    public List<Offer> offered() {
        return offers(Offer::open).stream()
                .sorted(comparing(offer -> !may.may(AcceptSolidarityTransfer.class, offer)))
                .toList();
    }

    public List<Offer> executed() {
        return offers(Offer::executed);
    }

    /** What was closed and covers nothing, by how that came. */
    public List<Closed> closed() {
        return Stream.concat(Stream.of(Proposal.State.values()), Stream.of(Offer.State.values()))
                .map(Enum::name)
                .distinct()
                .map(how -> new Closed(how, cuts(cut -> cut.closed() && cut.state().name().equals(how)),
                        offers(offer -> offer.closed() && offer.state().name().equals(how))))
                .filter(closed -> closed.size() > 0)
                .toList();
    }

    /**
     * What was closed in one way.
     *
     * @param how the name of the state
     */
    public record Closed(String how, List<Proposal> cuts, List<Offer> offers) {

        public int size() {
            return cuts.size() + offers.size();
        }
    }

    /** What is missing and has not even been offered; never below 0. */
    public long openAgorot() {
        return Math.max(0, Amounts.minus(board().gapAgorot(), board().pendingAgorot()));
    }

    /** How the gap is told after its amount, as a key of the bundles: with what waits and what nobody has offered. */
    public String gapSaid() {
        long gap = board().gapAgorot();
        if (gap <= 0) {
            return gap == 0 ? "board.gap.covered" : "board.gap.over";
        }
        if (board().pendingAgorot() == 0) {
            return "board.gap.nobody";
        }
        return openAgorot() > 0 ? "board.gap.some" : "board.gap.waiting";
    }

    /** A part of what is required, for a bar; of the whole where it is more. */
    public long part(long agorot) {
        return Math.clamp(Math.round(whole() * (double) agorot / Math.max(1, board().requiredAgorot())), 0,
                whole());
    }

    /** How long the bar is. */
    public long whole() {
        return BAR;
    }

    /** How much of what is required has been accepted, in hundredths, rounded down. */
    public long percent() {
        return Amounts.percent(board().acceptedAgorot(), board().requiredAgorot());
    }

    /** The version that the reader sees of a proposal or an offer; null in the past. */
    public @Nullable Long version(Subject part) {
        return state.version(part);
    }

    private List<Proposal> cuts(Predicate<Proposal> which) {
        return board().proposals().stream().filter(which).toList();
    }

    private List<Offer> offers(Predicate<Offer> which) {
        return board().offers().stream().filter(which).toList();
    }
}
