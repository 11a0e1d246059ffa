// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static orgmemory.query.screen.table.TableColumn.amount;
import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.word;
import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.FOLDED;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IN_FILES;
import static orgmemory.query.screen.table.TableColumn.Trait.LABELLED;
import static orgmemory.query.screen.table.TableColumn.Trait.ON_SCREENS;
import static orgmemory.query.screen.table.TableColumn.Trait.SUMMED;
import static orgmemory.query.screen.table.TableColumn.Trait.UNSORTED;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.budget.AuthoredTexts.Words;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn;
import orgmemory.query.screen.table.TableColumn.Way;
import orgmemory.query.screen.table.TableColumn.Word;

/** What the pages of rounds show as tables. */
final class BoardTables {

    /** All rounds. */
    static final PageTable<Board> ROUNDS = PageTable.<Board>of("cut-rounds", "rounds.",
            round -> "round-" + round.roundId(),
            text("id", (Board round) -> round.roundId().value()).is(IN_FILES),
            thing("round", (Board round) -> round.roundId().subject()).is(HEADER, ON_SCREENS),
            word("state", (Board round) -> Word.of(round.gapAgorot() > 0 ? "rounds.open" : "rounds.covered"))
                    .is(ON_SCREENS)
                    .within("round")
                    .looking("badge t-slate"),
            thing("year", (Board round) -> round.yearId() == null ? null : round.yearId().subject()),
            day("opened", Board::openedOn), amount("required", Board::requiredAgorot),
            amount("accepted", Board::acceptedAgorot), amount("pending", Board::pendingAgorot),
            amount("gap", Board::gapAgorot).is(FIRST)).why(round -> round.roundId().subject());

    /** The proposals and offers of a round. */
    static final PageTable<ProposedRow> PROPOSED = PageTable.<ProposedRow>of("cut-round", "proposed.",
            row -> "row-" + row.subject().id(),
            text("id", (ProposedRow row) -> row.subject().id()).is(IN_FILES),
            word("how", ProposedRow::how).is(HEADER), word("state", ProposedRow::state),
            day("since", ProposedRow::since), thing("line", ProposedRow::line),
            thing("to", ProposedRow::to).is(LABELLED).within("line"),
            thing("who", (ProposedRow row) -> row.who()),
            thing("recorder", (ProposedRow row) -> row.recorder()).is(LABELLED).within("who"),
            amount("amount", ProposedRow::amountAgorot).is(FIRST, SUMMED),
            text("why", (ProposedRow row) -> row.words().why()).is(IN_FILES),
            text("consequence", (ProposedRow row) -> row.words().consequence()).is(IN_FILES),
            text("answer", (ProposedRow row) -> row.words().answer()).is(IN_FILES))
            .why(ProposedRow::subject);

    /** What covers a round: why it was given is read when it is opened. */
    static final PageTable<ProposedRow> COVERING = PageTable.<ProposedRow>of("covering", "proposed.",
            row -> row.subject().type() + '-' + row.subject().id(),
            word("how", ProposedRow::how).looking("badge t-green"),
            thing("line", ProposedRow::line).is(HEADER),
            thing("to", ProposedRow::to).is(LABELLED).within("line"),
            thing("who", (ProposedRow row) -> row.who()),
            thing("recorder", (ProposedRow row) -> row.recorder()).is(LABELLED).within("who"),
            day("since", ProposedRow::since), amount("amount", ProposedRow::amountAgorot).is(FIRST, SUMMED),
            text("why", (ProposedRow row) -> row.words().why()).is(FOLDED, UNSORTED),
            text("consequence", (ProposedRow row) -> row.words().consequence()).is(LABELLED).within("why"),
            text("answer", (ProposedRow row) -> row.words().answer()).is(LABELLED).within("why"),
            TableColumn.ways("ways", ProposedRow::ways))
            .why(ProposedRow::subject)
            .sortedBy("sort-covering");

    /** Who carries what of a round. */
    static final PageTable<ShareCoverage.Row> SHARES = PageTable.<ShareCoverage.Row>of("shares", "shares.",
            row -> "share-" + (row.lineId() == null ? "income" : row.lineId()),
            thing("line", (ShareCoverage.Row row) -> row.lineId() == null ? null : row.lineId().subject(),
                    _ -> Word.of("shares.income"))
                    .is(HEADER),
            amount("share", ShareCoverage.Row::shareAgorot).is(SUMMED),
            amount("cut", ShareCoverage.Row::cutAgorot).is(SUMMED),
            amount("given", ShareCoverage.Row::givenAgorot).is(SUMMED),
            amount("helped", ShareCoverage.Row::helpedAgorot).is(SUMMED),
            amount("pending", ShareCoverage.Row::pendingAgorot).is(SUMMED),
            amount("left", ShareCoverage.Row::leftAgorot).is(SUMMED, FIRST)).sortedBy("sort-shares");

    private BoardTables() {
    }

    /** A proposal, or an offer to carry what a line cannot. */
    record ProposedRow(Subject subject, Word how, Word state, LocalDate since, Subject line,
            @Nullable Subject to, @Nullable Subject who, @Nullable Subject recorder, long amountAgorot,
            Words words, List<Way> ways) {
    }

    static List<ProposedRow> rows(BoardPage board) {
        return Stream.concat(board.board().proposals().stream().map(cut -> row(cut, board)),
                board.board().offers().stream().map(offer -> row(offer, board))).toList();
    }

    static List<ProposedRow> covering(BoardPage board) {
        return Stream.concat(board.accepted().stream().map(cut -> row(cut, board)),
                board.executed().stream().map(offer -> row(offer, board))).toList();
    }

    private static ProposedRow row(Proposal cut, BoardPage board) {
        return new ProposedRow(cut.cutId().subject(),
                Word.of(cut.kind() == null ? "cut.kind" : "cut.badge." + cut.kind()), state(cut.state()),
                cut.since(), cut.lineId().subject(), null, cut.proposer(), cut.recorder(),
                cut.amountAgorot(), board.texts().of(cut.cutId().subject()),
                ways(board.may().ways(cut), cut.cutId().subject(), "cutId", board));
    }

    private static ProposedRow row(Offer offer, BoardPage board) {
        var words = board.texts().of(offer.transferId().subject());
        return new ProposedRow(offer.transferId().subject(),
                Word.of(offer.kind() == null ? "transfer.kind" : "transfer.kind." + offer.kind()),
                state(offer.state()), offer.since(), offer.fromLineId().subject(), offer.to(),
                words.askedBy(), words.recordedBy(), offer.amountAgorot(), words,
                ways(board.may().ways(offer), offer.transferId().subject(), "transferId", board));
    }

    private static List<Way> ways(List<String> commands, Subject of, String field, BoardPage board) {
        return commands.stream()
                .map(command -> new Way(Word.of("board.way." + command),
                        "/rounds/" + board.board().roundId() + "?do=" + command + '&' + field + '='
                                + of.id()))
                .toList();
    }

    private static Word state(Enum<?> state) {
        return Word.of("proposed.state." + state.name());
    }
}
