// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;

/** What each line was proposed to carry of a round, and what it carries: of its own, for others, and with their help. */
public record ShareCoverage(List<Row> rows, Row sum) {

    /**
     * A line; null for more income, and in the sum.
     *
     * @param cutAgorot     accepted cuts of the line itself
     * @param givenAgorot   what it carries beyond that, for others or the whole round
     * @param helpedAgorot  what others carry of its share
     * @param pendingAgorot what it would carry beside that, if what waits were accepted
     * @param leftAgorot    what nobody carries of its share yet
     */
    public record Row(@Nullable LineId lineId, long shareAgorot, long cutAgorot, long givenAgorot,
            long helpedAgorot, long pendingAgorot, long leftAgorot) {

        public boolean any() {
            return Amounts.sum(shareAgorot, cutAgorot, givenAgorot, helpedAgorot, pendingAgorot) > 0;
        }
    }

    public static ShareCoverage of(Board board) {
        var lines = new TreeSet<String>();
        board.shares().forEach(share -> lines.add(share.lineId().value()));
        board.proposals()
                .stream()
                .filter(cut -> cut.kind() != CutKind.INCOME_INCREASE
                        && Amounts.plus(cut.acceptedAgorot(), cut.pendingAgorot()) > 0)
                .forEach(cut -> lines.add(cut.lineId().value()));
        board.offers()
                .stream()
                .filter(offer -> !offer.closed())
                .forEach(offer -> lines.add(offer.fromLineId().value()));
        var rows = new ArrayList<Row>();
        lines.forEach(line -> rows.add(line(board, new LineId(line))));
        var income = row(null, board.incomeShareAgorot(),
                cuts(board, ShareCoverage::isIncome, Proposal::acceptedAgorot),
                0, 0, cuts(board, ShareCoverage::isIncome, Proposal::pendingAgorot));
        if (income.any()) {
            rows.add(income);
        }
        return new ShareCoverage(List.copyOf(rows),
                new Row(null, sum(rows, Row::shareAgorot), sum(rows, Row::cutAgorot),
                        sum(rows, Row::givenAgorot), sum(rows, Row::helpedAgorot),
                        sum(rows, Row::pendingAgorot),
                        sum(rows, Row::leftAgorot)));
    }

    /** What it is for one line. */
    public static Row of(Board board, LineId line) {
        return line(board, line);
    }

    private static Row line(Board board, LineId line) {
        long share = Amounts.sum(board.shares()
                .stream()
                .filter(each -> each.lineId().equals(line))
                .mapToLong(IndicativeShare::amountAgorot));
        Predicate<Proposal> own = cut -> cut.lineId().equals(line) && !isIncome(cut);
        Predicate<Offer> from = offer -> offer.fromLineId().equals(line);
        Predicate<Offer> to = offer -> offer.kind() == TransferKind.SHARE_ABSORPTION
                && offer.to().equals(line.subject());
        return row(line, share, cuts(board, own, Proposal::acceptedAgorot),
                offers(board, from, Offer::executedAgorot), offers(board, to, Offer::executedAgorot),
                Amounts.plus(cuts(board, own, Proposal::pendingAgorot),
                        offers(board, from, Offer::pendingAgorot)));
    }

    private static Row row(@Nullable LineId line, long share, long cut, long given, long helped,
            long pending) {
        return new Row(line, share, cut, given, helped, pending,
                Math.max(0, Amounts.minus(share, Amounts.plus(cut, helped))));
    }

    private static boolean isIncome(Proposal cut) {
        return cut.kind() == CutKind.INCOME_INCREASE;
    }

    private static long cuts(Board board, Predicate<Proposal> which, ToLongFunction<Proposal> amount) {
        return Amounts.sum(board.proposals().stream().filter(which).mapToLong(amount));
    }

    private static long offers(Board board, Predicate<Offer> which, ToLongFunction<Offer> amount) {
        return Amounts.sum(board.offers().stream().filter(which).mapToLong(amount));
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> amount) {
        return Amounts.sum(rows.stream().mapToLong(amount));
    }
}
