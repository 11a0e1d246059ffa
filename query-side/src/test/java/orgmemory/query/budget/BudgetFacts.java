// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutRejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import orgmemory.query.Facts;

/** Plausible facts of the budget year BY2017 and its round CR-2017-1; amounts in thousand ILS. */
public final class BudgetFacts extends Facts {

    public static final BudgetYearId YEAR = new BudgetYearId("BY2017");
    public static final RoundId ROUND = new RoundId("CR-2017-1");

    private static final long THOUSAND_ILS = 100_000;

    public static long agorot(long thousandIls) {
        return thousandIls * THOUSAND_ILS;
    }

    public static LineId line(String area) {
        return new LineId("BY2017:" + area);
    }

    public BudgetFacts on(String day) {
        on(LocalDate.parse(day));
        return this;
    }

    public BudgetFacts drafted(String area, long amount) {
        add(new BudgetLineDrafted(YEAR, line(area), new AreaId(area), "Line of " + area, agorot(amount),
                null));
        return this;
    }

    public BudgetFacts opened(long required) {
        add(new CutRoundOpened(YEAR, ROUND, agorot(required), "Less income than hoped", List.of()));
        return this;
    }

    public BudgetFacts shares(Map<String, Long> byArea, long income) {
        add(new IndicativeSharesSet(YEAR, ROUND, byArea.entrySet()
                .stream()
                .map(share -> new IndicativeShare(line(share.getKey()), agorot(share.getValue())))
                .toList(), agorot(income)));
        return this;
    }

    public BudgetFacts proposed(String cut, CutKind kind, String area, long amount) {
        by(area);
        add(new BudgetCutProposed(YEAR, ROUND, new CutId(cut), kind, line(area), agorot(amount), "Why",
                "What it costs"));
        return this;
    }

    public BudgetFacts amended(String cut, String area, long amount) {
        add(new BudgetCutAmended(YEAR, ROUND, line(area), new CutId(cut), agorot(amount), "Why not",
                "What it costs now"));
        return this;
    }

    public BudgetFacts withdrawn(String cut, String area, long amount) {
        add(new BudgetCutWithdrawn(YEAR, ROUND, line(area), new CutId(cut), agorot(amount), null));
        return this;
    }

    public BudgetFacts rejected(String cut, String area, long amount) {
        add(new BudgetCutRejected(YEAR, ROUND, line(area), new CutId(cut), agorot(amount), "Not agreed"));
        return this;
    }

    public BudgetFacts accepted(String cut, String area, long amount) {
        add(new BudgetCutAccepted(YEAR, ROUND, line(area), new CutId(cut), agorot(amount), "Agreed"));
        return this;
    }

    public BudgetFacts offered(String transfer, TransferKind kind, String from, Subject to, long amount) {
        add(new SolidarityTransferOffered(YEAR, new TransferId(transfer), kind, agorot(amount), line(from),
                to,
                ROUND, "Because we can", List.of("PR-6")));
        return this;
    }

    public BudgetFacts offerAccepted(String transfer, String from, Subject to, long amount) {
        add(new SolidarityTransferAccepted(YEAR, new TransferId(transfer), ROUND, line(from), to,
                agorot(amount)));
        return this;
    }

    public BudgetFacts declined(String transfer, String from, Subject to, long amount) {
        add(new SolidarityTransferDeclined(YEAR, new TransferId(transfer), ROUND, line(from), to,
                agorot(amount), null));
        return this;
    }

    public BudgetFacts reversed(String transfer, String from, Subject to, long amount) {
        add(new SolidarityTransferReversed(YEAR, new TransferId(transfer), ROUND, line(from), to,
                agorot(amount), null, "Not needed"));
        return this;
    }

    public BudgetFacts executed(String transfer, String from, Subject to, long amount) {
        add(new SolidarityTransferExecuted(YEAR, new TransferId(transfer), ROUND, line(from), to,
                agorot(amount)));
        return this;
    }

    public BudgetFacts moved(String year, String movement, MovementKind kind, MovementLine... lines) {
        add(new PastMovementRecorded(new BudgetYearId(year), new MovementId(movement), kind, "A movement",
                null,
                List.of(lines)));
        return this;
    }
}
