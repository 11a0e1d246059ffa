// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orgmemory.command.DecisionContext;
import orgmemory.message.Rejected;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.CutRoundMessages.AdjustRequiredCut;
import orgmemory.message.budget.CutRoundMessages.CutRoundCommand;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.message.budget.LineId;

/** A round in which a required cut is covered: opened only after everybody could see everything. */
public record CutRound(long requiredAgorot, Map<LineId, Long> shares) implements YearPart {

    static CutRoundEvent decide(YearState year, CutRoundCommand command, DecisionContext context) {
        return switch (command) {
            case OpenCutRound open -> open(year, open, context);
            case AdjustRequiredCut adjust -> adjust(year, adjust, context);
            case SetIndicativeShares set -> setShares(year, set, context);
        };
    }

    static CutRoundOpened open(YearState year, OpenCutRound command, DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.mustBeNew(command.roundId());
        year.inOrder(context, command.entity(), command.stream());
        context.rule(year.fullViewOn() != null && !context.occurredOn().isBefore(year.fullViewOn()),
                "round.before-full-view", command.yearId());
        return new CutRoundOpened(command.yearId(), command.roundId(), command.requiredAgorot(),
                command.cause(), context.register().managers(context.occurredOn()));
    }

    static RequiredCutAdjusted adjust(YearState year, AdjustRequiredCut command, DecisionContext context) {
        var round = year.about(command, CutRound.class, context);
        long covered = Amounts.minus(round.requiredAgorot, year.gap(command.roundId()));
        context.rule(command.requiredAgorot() >= covered, "round.below-covered", command.requiredAgorot(),
                covered);
        return new RequiredCutAdjusted(command.yearId(), command.roundId(), command.requiredAgorot(),
                command.reason());
    }

    static IndicativeSharesSet setShares(YearState year, SetIndicativeShares command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        var round = year.part(command.roundId(), CutRound.class);
        var named = new HashSet<LineId>();
        for (var share : command.shares()) {
            var _ = year.part(share.lineId(), BudgetLine.class);
            if (!named.add(share.lineId())) {
                throw new Rejected("shares.line-twice", share.lineId());
            }
        }
        year.inOrder(context, command.entity());
        long sum = Amounts.plus(command.incomeAgorot(), sum(command.shares()));
        context.rule(sum == round.requiredAgorot, "shares.sum", sum, round.requiredAgorot);
        return new IndicativeSharesSet(command.yearId(), command.roundId(), List.copyOf(command.shares()),
                command.incomeAgorot());
    }

    static YearState evolve(YearState year, CutRoundEvent event) {
        var known = Objects.requireNonNullElse(year.find(event.roundId(), CutRound.class),
                new CutRound(0, Map.of()));
        return year.with(event.roundId(), switch (event) {
            case CutRoundOpened opened -> new CutRound(opened.requiredAgorot(), known.shares);
            // Shares sum to what was required when they were set.
            case RequiredCutAdjusted adjusted -> new CutRound(adjusted.requiredAgorot(), Map.of());
            // A correction may name a line twice; the sum is what it is proposed to carry.
            case IndicativeSharesSet set -> new CutRound(known.requiredAgorot, set.shares()
                    .stream()
                    .collect(toUnmodifiableMap(IndicativeShare::lineId, IndicativeShare::amountAgorot,
                            Amounts::plus)));
        });
    }

    private static long sum(List<IndicativeShare> shares) {
        return Amounts.sum(shares.stream().mapToLong(IndicativeShare::amountAgorot));
    }
}
