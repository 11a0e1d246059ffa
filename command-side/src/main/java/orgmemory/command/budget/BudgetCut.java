// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.List;
import orgmemory.command.Circumstances;
import orgmemory.message.Envelope;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import org.jspecify.annotations.Nullable;

/**
 * A proposed cut: it never takes more than its line has free, nor covers more than its round lacks.
 *
 * @param kind     unknown where only its acceptance is known
 * @param proposer who proposed it, or on whose behalf it was
 * @param recorder who recorded it for them; null where they proposed it themselves
 */
public record BudgetCut(RoundId roundId, LineId lineId, @Nullable CutKind kind, long amountAgorot,
        @Nullable Subject proposer, @Nullable Subject recorder, State state) {

    /** Where a proposal stands. */
    public enum State {
        FILED, ACCEPTED, WITHDRAWN
    }

    static BudgetCutProposed decide(YearState year, ProposeBudgetCut command, Circumstances who) {
        year.mustBeOpen(command.yearId());
        if (year.cuts().containsKey(command.cutId())) {
            throw Circumstances.exists(command.entity());
        }
        year.round(command.roundId());
        var line = year.line(command.lineId());
        year.inOrder(who, command.entity(), command.stream(), command.roundId().subject(),
                command.lineId().subject());
        mustFit(command, line, who);
        mustBeFree(year, command.kind(), command.lineId(), command.amountAgorot(), who);
        return new BudgetCutProposed(command.yearId(), command.roundId(), command.cutId(), command.kind(),
                command.lineId(), command.amountAgorot(), command.reason(), command.expectedConsequence());
    }

    static BudgetCutWithdrawn decide(YearState year, WithdrawBudgetCut command, Circumstances who) {
        year.mustBeOpen(command.yearId());
        var cut = year.cut(command.cutId());
        year.inOrder(who, command.entity());
        who.right(who.speaker().equals(cut.proposer) || who.recorded(cut.recorder), "cut.not-proposer",
                command.cutId());
        who.rule(cut.state == State.FILED, "cut.not-filed", command.cutId());
        return new BudgetCutWithdrawn(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                cut.amountAgorot, command.reason());
    }

    static BudgetCutAccepted decide(YearState year, AcceptBudgetCut command, Circumstances who) {
        year.mustBeOpen(command.yearId());
        var cut = year.cut(command.cutId());
        year.inOrder(who, command.entity());
        who.rule(cut.state == State.FILED, "cut.not-filed", command.cutId());
        who.rule(cut.kind != CutKind.OTHER_LINE, "cut.other-line-needs-consultation", command.cutId());
        mustBeFree(year, cut.kind, cut.lineId, cut.amountAgorot, who);
        long left = year.gap(cut.roundId);
        who.rule(cut.amountAgorot <= left, "cut.exceeds-gap", cut.amountAgorot, left);
        return new BudgetCutAccepted(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                cut.amountAgorot, command.reason());
    }

    static YearState evolve(YearState year, BudgetCutEvent event, Envelope envelope) {
        var id = event.cutId();
        var next = year.with(id, next(year.cuts().get(id), event, envelope));
        for (var owner : List.of(event.roundId().subject(), event.lineId().subject())) {
            var balance = next.balance(owner);
            next = next.booked(owner, balance.with(owner, id, next(balance.cuts().get(id), event, envelope)));
        }
        return next;
    }

    private static BudgetCut next(@Nullable BudgetCut known, BudgetCutEvent event, Envelope envelope) {
        return switch (event) {
            case BudgetCutProposed proposed -> filed(known, proposed, envelope);
            case BudgetCutWithdrawn withdrawn -> decided(known, event, State.WITHDRAWN);
            case BudgetCutAccepted accepted -> decided(known, event, State.ACCEPTED);
        };
    }

    /** What it counts toward the line's share in the round. */
    long carries(RoundId round, LineId line) {
        return state == State.ACCEPTED && kind != CutKind.INCOME_INCREASE && roundId.equals(round)
                && lineId.equals(line) ? amountAgorot : 0;
    }

    /** What it adds to its round, or takes from its line; more income takes nothing from a line. */
    long bookedTo(Subject owner) {
        if (state != State.ACCEPTED) {
            return 0;
        }
        if (owner.equals(roundId.subject())) {
            return amountAgorot;
        }
        return owner.equals(lineId.subject()) && kind != CutKind.INCOME_INCREASE
                ? Amounts.minus(0, amountAgorot)
                : 0;
    }

    /** A proposal that was decided on a day before it was filed, by its record, stays decided. */
    private static BudgetCut filed(@Nullable BudgetCut known, BudgetCutProposed event, Envelope envelope) {
        return known == null || known.state == State.FILED
                ? new BudgetCut(event.roundId(), event.lineId(), event.kind(), event.amountAgorot(),
                        envelope.speaker(), envelope.recorder(), State.FILED)
                : new BudgetCut(known.roundId, known.lineId, event.kind(), known.amountAgorot,
                        envelope.speaker(), envelope.recorder(), known.state);
    }

    private static BudgetCut decided(@Nullable BudgetCut known, BudgetCutEvent event, State state) {
        return new BudgetCut(event.roundId(), event.lineId(), known == null ? null : known.kind,
                event.amountAgorot(), known == null ? null : known.proposer,
                known == null ? null : known.recorder, state);
    }

    private static void mustFit(ProposeBudgetCut command, BudgetLine line, Circumstances who) {
        switch (command.kind()) {
            case OWN_LINE -> who.rule(who.accountable(line.areaId()), "cut.not-own-line", command.lineId());
            case OTHER_LINE -> who.rule(line.areaId() != null && !who.accountable(line.areaId()),
                    "cut.not-other-line", command.lineId());
            case COMMON_LINE, RESERVE_DRAW -> who.rule(line.areaId() == null, "cut.not-common-line",
                    command.lineId());
            case INCOME_INCREASE, DEFERRAL -> {
                // Anybody may see a way to more income, or to a later expense.
            }
        }
    }

    private static void mustBeFree(YearState year, @Nullable CutKind kind, LineId line, long amountAgorot,
            Circumstances who) {
        long free = year.free(line);
        who.rule(kind == CutKind.INCOME_INCREASE || amountAgorot <= free, "cut.exceeds-free-amount",
                amountAgorot, line, free);
    }
}
