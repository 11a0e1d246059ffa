// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.World;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/** Plausible facts of the budget year BY2017 and its round CR-2017-1; amounts in shekels. */
final class BudgetFacts {

    static final BudgetYearId YEAR = new BudgetYearId("BY2017");
    static final RoundId ROUND = new RoundId("CR-2017-1");

    final World world = new World();

    /** D1 and D4 with lines of 1,000 each, a common line PD of 200, and everybody's view of them on 5 October. */
    static BudgetFacts fullView() {
        var facts = new BudgetFacts();
        facts.world.on("2016-09-01").accountable("D1").accountable("D4").manager("P8").person("BST");
        return facts.opened()
                .on("2016-09-20")
                .drafted("D1", 1_000)
                .drafted("D4", 1_000)
                .common("PD", 200)
                .on("2016-10-05")
                .happened(new FullViewPublished(YEAR));
    }

    /** And a round that requires 600, of which D1 was proposed to carry 300, D4 200 and more income 100. */
    static BudgetFacts round() {
        return fullView().on("2016-10-20")
                .happened(new CutRoundOpened(YEAR, ROUND, agorot(600), "Less income", List.of()))
                .on("2016-10-27")
                .happened(new IndicativeSharesSet(YEAR, ROUND,
                        List.of(new IndicativeShare(line("D1"), agorot(300)),
                                new IndicativeShare(line("D4"), agorot(200))),
                        agorot(100)))
                .on("2016-11-03");
    }

    BudgetFacts opened() {
        return happened(
                new BudgetYearOpened(YEAR, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
    }

    static long agorot(long shekels) {
        return shekels * 100;
    }

    static LineId line(String id) {
        return new LineId("BY2017:" + id);
    }

    BudgetFacts on(String day) {
        world.on(day);
        return this;
    }

    BudgetFacts happened(Event event) {
        world.happened(event);
        return this;
    }

    BudgetFacts drafted(String area, long amount) {
        return happened(
                new BudgetLineDrafted(YEAR, line(area), new AreaId(area), area, agorot(amount), null));
    }

    BudgetFacts common(String id, long amount) {
        return happened(new BudgetLineDrafted(YEAR, line(id), null, id, agorot(amount), null));
    }

    BudgetFacts proposed(String cut, CutKind kind, String line, long amount) {
        world.told(line, new BudgetCutProposed(YEAR, ROUND, new CutId(cut), kind, line(line), agorot(amount),
                "why", "cost"));
        return this;
    }

    BudgetFacts withdrawn(String cut, String line, long amount) {
        return happened(
                new BudgetCutWithdrawn(YEAR, ROUND, line(line), new CutId(cut), agorot(amount), null));
    }

    BudgetFacts accepted(String cut, String line, long amount) {
        return happened(
                new BudgetCutAccepted(YEAR, ROUND, line(line), new CutId(cut), agorot(amount), "agreed"));
    }

    BudgetFacts offered(String transfer, TransferKind kind, String from, Subject to, long amount) {
        return happened(new SolidarityTransferOffered(YEAR, new TransferId(transfer), kind, agorot(amount),
                line(from), to, roundOf(kind), "why", List.of()));
    }

    BudgetFacts executed(String transfer, TransferKind kind, String from, Subject to, long amount) {
        return happened(new SolidarityTransferAccepted(YEAR, new TransferId(transfer), roundOf(kind),
                line(from), to, agorot(amount)))
                .happened(new SolidarityTransferExecuted(YEAR, new TransferId(transfer), roundOf(kind),
                        line(from), to, agorot(amount)));
    }

    static @Nullable RoundId roundOf(TransferKind kind) {
        return kind == TransferKind.FUNDS ? null : ROUND;
    }

    static YearState evolve(YearState year, Event event, Envelope envelope) {
        return event instanceof BudgetEvent own ? new BudgetYear().evolve(year, own, envelope) : year;
    }

    YearState year() {
        return world.state(YearState.NONE, BudgetFacts::evolve);
    }

    DecisionContext who(String person, Capacity capacity) {
        return world.who(person, capacity);
    }

    DecisionContext importing() {
        return world.importing();
    }
}
