// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import org.jspecify.annotations.Nullable;

/**
 * The money that facts come to, counted a second time from the words of the domain. A decision about a proposed cut holds
 * whatever is told of its proposal, the last decision counts; without one, its last amendment does. A transfer is executed
 * where an execution stands.
 */
final class Figures {

    private final List<? extends Event> facts;

    Figures(List<? extends Event> facts) {
        this.facts = facts;
    }

    /** What a round's board says. */
    record Board(long required, long accepted, long pending, long gap) {
    }

    /** What a line of a budget year holds. */
    record Line(long draft, long moved, long accepted, long in, long out, long free) {
    }

    /** What the movements of a year, of one kind or of all, come to. */
    record Movements(long requests, long lines, long net, long increase, long decrease, long balanced) {
    }

    Board board(String round) {
        long required = 0;
        for (var fact : all(CutRoundEvent.class)) {
            if (fact.roundId().value().equals(round)) {
                required = switch (fact) {
                    case CutRoundOpened opened -> opened.requiredAgorot();
                    case RequiredCutAdjusted adjusted -> adjusted.requiredAgorot();
                    case IndicativeSharesSet set -> required;
                };
            }
        }
        long accepted = 0;
        long pending = 0;
        for (var cut : cuts(fact -> fact.roundId().value().equals(round))) {
            if (cut instanceof BudgetCutAccepted) {
                accepted += cut.amountAgorot();
            } else if (cut instanceof BudgetCutProposed || cut instanceof BudgetCutAmended) {
                pending += cut.amountAgorot();
            }
        }
        for (var transfer : transfers(fact -> round.equals(roundOf(fact)))) {
            if (transfer instanceof SolidarityTransferExecuted) {
                accepted += left(transfer, fact -> round.equals(roundOf(fact)));
            } else if (transfer instanceof SolidarityTransferAccepted
                    || transfer instanceof SolidarityTransferOffered) {
                pending += transfer.amountAgorot();
            }
        }
        return new Board(required, accepted, pending, required - accepted);
    }

    Line line(String line) {
        long draft = 0;
        for (var drafted : all(BudgetLineEvent.class)) {
            draft = drafted.lineId().value().equals(line) ? drafted.amountAgorot() : draft;
        }
        long moved = all(PastMovementRecorded.class).stream()
                .flatMap(movement -> movement.lines().stream())
                .filter(part -> part.lineId() != null && part.lineId().value().equals(line))
                .mapToLong(MovementLine::amountAgorot)
                .sum();
        long accepted = cuts(fact -> fact.lineId().value().equals(line)).stream()
                .filter(cut -> cut instanceof BudgetCutAccepted && !isIncome(cut, line))
                .mapToLong(BudgetCutEvent::amountAgorot)
                .sum();
        var subject = Subject.of("line", line);
        long in = executed(fact -> fact.to().equals(subject), fact -> touches(fact, subject));
        long out = executed(fact -> fact.fromLineId().subject().equals(subject),
                fact -> touches(fact, subject));
        return new Line(draft, moved, accepted, in, out, draft + moved - accepted - out);
    }

    Movements movements(String year, @Nullable MovementKind kind) {
        var sums = all(PastMovementRecorded.class).stream()
                .filter(movement -> movement.yearId().value().equals(year))
                .filter(movement -> kind == null || movement.kind() == kind)
                .map(movement -> movement.lines().stream().map(MovementLine::amountAgorot).toList())
                .toList();
        var amounts = sums.stream().flatMap(List::stream).toList();
        long increase = amounts.stream().filter(amount -> amount > 0).mapToLong(amount -> amount).sum();
        long decrease = amounts.stream().filter(amount -> amount < 0).mapToLong(amount -> amount).sum();
        long balanced = sums.stream()
                .filter(lines -> lines.stream().mapToLong(amount -> amount).sum() == 0)
                .count();
        return new Movements(sums.size(), amounts.size(), increase + decrease, increase, decrease, balanced);
    }

    /** The fact about each cut that counts: its last decision, without any its last amendment, else its last proposal. */
    private List<BudgetCutEvent> cuts(Predicate<BudgetCutEvent> concerned) {
        var facts = all(BudgetCutEvent.class).stream().filter(concerned).toList();
        var counting = new ArrayList<BudgetCutEvent>();
        for (var cut : new LinkedHashSet<>(facts.stream().map(BudgetCutEvent::cutId).toList())) {
            var about = facts.stream().filter(fact -> fact.cutId().equals(cut)).toList();
            var later = about.stream().filter(fact -> !(fact instanceof BudgetCutProposed)).toList();
            var decisions = later.stream().filter(fact -> !(fact instanceof BudgetCutAmended)).toList();
            counting.add(Stream.of(decisions, later, about)
                    .filter(some -> !some.isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .getLast());
        }
        return counting;
    }

    private boolean isIncome(BudgetCutEvent cut, String line) {
        var proposals = all(BudgetCutProposed.class).stream()
                .filter(proposed -> proposed.cutId().equals(cut.cutId()))
                .filter(proposed -> proposed.lineId().value().equals(line))
                .toList();
        return !proposals.isEmpty() && proposals.getLast().kind() == CutKind.INCOME_INCREASE;
    }

    /** The fact about each transfer that counts: the last of its furthest step. */
    private List<SolidarityTransferEvent> transfers(Predicate<SolidarityTransferEvent> concerned) {
        var facts = all(SolidarityTransferEvent.class).stream().filter(concerned).toList();
        var counting = new ArrayList<SolidarityTransferEvent>();
        for (var transfer : new LinkedHashSet<>(
                facts.stream().map(SolidarityTransferEvent::transferId).toList())) {
            Stream.of("Executed", "Accepted", "Declined", "Withdrawn", "Offered")
                    .map(step -> lastOf(step, facts.stream()
                            .filter(fact -> fact.transferId().equals(transfer))
                            .toList()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(counting::add);
        }
        return counting;
    }

    private static @Nullable SolidarityTransferEvent lastOf(String step,
            List<SolidarityTransferEvent> facts) {
        return facts.reversed()
                .stream()
                .filter(fact -> fact.getClass().getSimpleName().endsWith(step))
                .findFirst()
                .orElse(null);
    }

    private long executed(Predicate<SolidarityTransferEvent> counts,
            Predicate<SolidarityTransferEvent> concerned) {
        return transfers(concerned).stream()
                .filter(transfer -> transfer instanceof SolidarityTransferExecuted && counts.test(transfer))
                .mapToLong(transfer -> left(transfer, concerned))
                .sum();
    }

    /** What an executed transfer moved, without what facts of any day say was given back; never less than nothing. */
    private long left(SolidarityTransferEvent executed, Predicate<SolidarityTransferEvent> concerned) {
        long back = all(SolidarityTransferReversed.class).stream()
                .filter(concerned)
                .filter(fact -> fact.transferId().equals(executed.transferId()))
                .mapToLong(SolidarityTransferEvent::amountAgorot)
                .sum();
        return Math.max(0, executed.amountAgorot() - back);
    }

    private static boolean touches(SolidarityTransferEvent fact, Subject line) {
        return fact.to().equals(line) || fact.fromLineId().subject().equals(line);
    }

    private static @Nullable String roundOf(SolidarityTransferEvent fact) {
        var round = fact.roundId();
        if (round != null) {
            return round.value();
        }
        return fact.to().type().equals("round") ? fact.to().id() : null;
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
