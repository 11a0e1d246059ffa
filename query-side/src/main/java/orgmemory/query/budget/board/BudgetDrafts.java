// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.query.budget.AuthoredTexts;
import orgmemory.query.budget.BudgetReads;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.budget.YearLines;
import orgmemory.query.consultation.ConsultationReads;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Form;

/** What the forms of a budget look at: the round, the lines and the proposals that a draft names. */
@Component
class BudgetDrafts {

    private final BudgetReads reads;
    private final AuthoredTexts written;
    private final ConsultationReads consultations;

    BudgetDrafts(BudgetReads reads, AuthoredTexts written, ConsultationReads consultations) {
        this.consultations = consultations;
        this.reads = reads;
        this.written = written;
    }

    /** The round that it names; empty where it names none. */
    Optional<Board> round(Draft draft) {
        var id = draft.value("roundId");
        return id.isEmpty()
                ? Optional.empty()
                : reads.board(id, draft.page().point()).map(state -> state.it());
    }

    /** The rounds that it may name: of its year, where it has one. */
    List<Board> rounds(Draft draft) {
        var year = draft.value("yearId");
        return year.isEmpty()
                ? reads.rounds(draft.page())
                : reads.rounds(Map.of("yearId", year), draft.page());
    }

    /** The years that it may name. */
    Stream<BudgetYearId> years(Draft draft) {
        return known(draft).map(Year::yearId);
    }

    /** The same, as they are known. */
    Stream<Year> known(Draft draft) {
        var id = draft.value("yearId");
        return reads.years(draft.page())
                .stream()
                .filter(year -> id.isEmpty() || year.yearId().value().equals(id));
    }

    YearLines lines(Board board, Draft draft) {
        return reads.lines(board.yearId(), draft.page());
    }

    YearLines lines(BudgetYearId year, Draft draft) {
        return reads.lines(year, draft.page());
    }

    BoardActions actions(Board board, Draft draft) {
        return new BoardActions(draft.page(), board, lines(board, draft), consultations.heard(draft.page()));
    }

    /**
     * What the forms show beside their fields.
     *
     * @param about what a proposal or an offer says; null where the form makes one
     * @param would what would be; null where nothing is typed that could change it
     */
    record Beside(@Nullable Object about, @Nullable Preview would) {
    }

    /**
     * What would be if what is typed were accepted.
     *
     * @param board  null until a round is known
     * @param impact null until an amount is typed
     */
    record Preview(@Nullable Board board, @Nullable ImpactPreview impact) {

        static final String FRAGMENT = "budget/forms :: would";
    }

    /** @param lineField what names the line that would have less */
    Preview would(@Nullable Board board, Form typed, String lineField, Draft draft) {
        return new Preview(board, board == null
                ? null
                : ImpactPreview.of(typed, lineField, board, lines(board, draft)).orElse(null));
    }

    /** A proposal and the round that it is of. */
    record Found<T>(Board board, T it) {
    }

    Optional<Found<Proposal>> cut(Draft draft) {
        return rounds(draft).stream()
                .flatMap(board -> board.proposals()
                        .stream()
                        .filter(cut -> cut.cutId().value().equals(draft.value("cutId")))
                        .map(cut -> new Found<>(board, cut)))
                .findFirst();
    }

    Optional<Found<Offer>> offer(Draft draft) {
        return rounds(draft).stream()
                .flatMap(board -> board.offers()
                        .stream()
                        .filter(offer -> offer.transferId().value().equals(draft.value("transferId")))
                        .map(offer -> new Found<>(board, offer)))
                .findFirst();
    }

    /** The offer that it names, of a round or not. */
    Optional<Offer> anyOffer(Draft draft) {
        return offer(draft).map(found -> found.it())
                .or(() -> gifts(draft)
                        .filter(offer -> offer.transferId().value().equals(draft.value("transferId")))
                        .findFirst());
    }

    /** The offers outside of any round. */
    Stream<Offer> gifts(Draft draft) {
        return years(draft).flatMap(year -> lines(year, draft).all().stream())
                .flatMap(line -> line.offers().stream())
                .filter(offer -> offer.roundId() == null)
                .distinct();
    }

    /** The words about a thing. */
    AuthoredTexts.Words words(Subject thing, Draft draft) {
        return AuthoredTexts.texts(written.facts(thing, draft.page())).of(thing);
    }

    /** Whoever takes back what they recorded for somebody does so as a recorder, whatever else they are. */
    void asRecorder(Subject thing, Draft draft, ObjectNode body) {
        var reader = draft.page().reader();
        if (reader != null && draft.page().may("REC")
                && reader.id().subject().equals(words(thing, draft).recordedBy())) {
            body.withObjectProperty("envelope").put("capacity", "REC");
        }
    }
}
