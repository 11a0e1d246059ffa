// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.RoundId;
import orgmemory.message.people.PersonId;
import orgmemory.query.budget.BudgetLines;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.memory.Fact;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.YearLines;
import orgmemory.query.budget.board.ShareCoverage;

/**
 * A line as its page shows it.
 *
 * @param steps  how it came to what it has free
 * @param rounds the cut rounds of its year
 */
public record LineFile(Line line, List<LineChange> steps, List<Board> rounds, AuthoredTexts.Texts texts,
        YearLines lines) {

    /**
     * A fact that changed what the line has free.
     *
     * @param cause what brought it about: the line's draft, a cut, a transfer or a movement
     * @param again whether the line was drafted before, and is drafted anew
     * @param words what was said about it, and who drafted, proposed or offered it
     * @param to    whom a transfer helps; null for all else
     */
    public record LineChange(LocalDate day, Subject cause, boolean again, AuthoredTexts.Words words,
            @Nullable Subject to, long changeAgorot, long freeAgorot) {

        /** Who drafted, proposed or offered it. */
        @Nullable
        Subject by() {
            return words.askedBy();
        }

        /** What it is, as a key of the bundles. */
        String what() {
            return "line.step." + cause.type() + (again ? "-again" : "");
        }
    }

    /** The facts that changed what the line has free, found by telling the line its facts one after the other. */
    static List<LineChange> steps(BudgetLines view, Line line, List<Fact> facts, AuthoredTexts.Texts texts) {
        var steps = new ArrayList<LineChange>();
        var key = line.lineId().value();
        var before = view.initial(key);
        for (var fact : facts) {
            if (view.keys(fact).contains(key)) {
                var after = view.evolve(before, fact);
                if (after.freeAgorot() != before.freeAgorot()) {
                    steps.add(step(fact, line, texts, before, after));
                }
                before = after;
            }
        }
        return List.copyOf(steps);
    }

    private static LineChange step(Fact fact, Line line, AuthoredTexts.Texts texts, Line before, Line after) {
        var cause = fact.event().entity();
        var to = line.offers()
                .stream()
                .filter(offer -> offer.transferId().subject().equals(cause))
                .map(Offer::to)
                .findFirst()
                .orElse(null);
        // Each draft of a line has its own words; a cut or a transfer has those of what was proposed or offered.
        boolean draft = fact.event() instanceof BudgetLineEvent;
        return new LineChange(fact.day(), cause, draft && before.title() != null,
                (draft ? AuthoredTexts.texts(List.of(fact)) : texts).of(cause), to,
                Amounts.minus(after.freeAgorot(), before.freeAgorot()),
                after.freeAgorot());
    }

    /** What it was proposed to carry of a round, or carries of it. */
    public record Share(RoundId roundId, ShareCoverage.Row row) {
    }

    /** Its shares, in each round that it has to do with. */
    public List<Share> shares() {
        return rounds.stream()
                .map(round -> new Share(round.roundId(), ShareCoverage.of(round, line.lineId())))
                .filter(share -> share.row().any())
                .toList();
    }

    /** Rounds that lack something, to which the line could bring something. */
    public List<Board> open() {
        return rounds.stream().filter(round -> round.gapAgorot() > 0).toList();
    }

    /** Who answers for it; null where nobody does. */
    public @Nullable PersonId keeper() {
        return lines.keeper(line);
    }

    /** Proposals that changed nothing, or not yet. */
    public List<Proposal> otherCuts() {
        return line.proposals().stream().filter(cut -> cut.takenAgorot() == 0).toList();
    }

    /** Offers that changed nothing of what the line has free: those that wait, and those that help it. */
    public List<Offer> otherOffers() {
        return line.offers()
                .stream()
                .filter(offer -> offer.executedAgorot() == 0 || !offer.fromLineId().equals(line.lineId()))
                .toList();
    }
}
