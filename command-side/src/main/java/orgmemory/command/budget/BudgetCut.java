// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.message.Envelope;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutCommand;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutRejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.RejectBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.CutId;
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
        @Nullable Subject proposer, @Nullable Subject recorder, State state) implements YearPart {

    /** Counts up whenever it is kept in another form: earlier snapshots of its year are left aside. */
    static final int REVISION = 0;

    /** Where a proposal stands. */
    public enum State {
        FILED, AMENDED, ACCEPTED, WITHDRAWN, REJECTED
    }

    static BudgetCutEvent decide(YearState year, BudgetCutCommand command, DecisionContext context) {
        return switch (command) {
            case ProposeBudgetCut propose -> propose(year, propose, context);
            case AmendBudgetCut amend -> amend(year, amend, context);
            case WithdrawBudgetCut withdraw -> withdraw(year, withdraw, context);
            case AcceptBudgetCut accept -> accept(year, accept, context);
            case RejectBudgetCut reject -> reject(year, reject, context);
        };
    }

    static BudgetCutProposed propose(YearState year, ProposeBudgetCut command, DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.mustBeNew(command.cutId());
        var _ = year.part(command.roundId(), CutRound.class);
        var line = year.part(command.lineId(), BudgetLine.class);
        year.inOrder(context, command.entity(), command.stream(), command.roundId().subject(),
                command.lineId().subject());
        mustFit(command, line, context);
        mustBeFree(year, command.kind(), command.lineId(), command.amountAgorot(), context);
        return new BudgetCutProposed(command.yearId(), command.roundId(), command.cutId(), command.kind(),
                command.lineId(), command.amountAgorot(), command.reason(), command.expectedConsequence());
    }

    static BudgetCutAmended amend(YearState year, AmendBudgetCut command, DecisionContext context) {
        var cut = year.about(command, BudgetCut.class, context);
        context.right(cut.isOwn(context), "cut.not-proposer", command.cutId());
        context.rule(cut.open(), "cut.not-filed", command.cutId());
        mustBeFree(year, cut.kind, cut.lineId, command.amountAgorot(), context);
        return new BudgetCutAmended(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                command.amountAgorot(), command.reason(), command.expectedConsequence());
    }

    static BudgetCutWithdrawn withdraw(YearState year, WithdrawBudgetCut command, DecisionContext context) {
        var cut = year.about(command, BudgetCut.class, context);
        context.right(cut.isOwn(context), "cut.not-proposer", command.cutId());
        context.rule(cut.open(), "cut.not-filed", command.cutId());
        return new BudgetCutWithdrawn(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                cut.amountAgorot, command.reason());
    }

    static BudgetCutAccepted accept(YearState year, AcceptBudgetCut command, DecisionContext context) {
        var cut = year.about(command, BudgetCut.class, context);
        context.rule(cut.open(), "cut.not-filed", command.cutId());
        context.rule(cut.kind != CutKind.OTHER_LINE || cut.ownerConsulted(year, command.cutId(), context),
                "cut.other-line-needs-consultation", command.cutId());
        mustBeFree(year, cut.kind, cut.lineId, cut.amountAgorot, context);
        long left = year.gap(cut.roundId);
        context.rule(cut.amountAgorot <= left, "cut.exceeds-gap", cut.amountAgorot, left);
        return new BudgetCutAccepted(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                cut.amountAgorot, command.reason());
    }

    static BudgetCutRejected reject(YearState year, RejectBudgetCut command, DecisionContext context) {
        var cut = year.about(command, BudgetCut.class, context);
        context.rule(cut.open(), "cut.not-filed", command.cutId());
        return new BudgetCutRejected(command.yearId(), cut.roundId, cut.lineId, command.cutId(),
                cut.amountAgorot, command.reason());
    }

    static YearState evolve(YearState year, BudgetCutEvent event, Envelope envelope) {
        return year.withFact(event.cutId(), BudgetCut.class,
                List.of(event.roundId().subject(), event.lineId().subject()),
                known -> next(known, event, envelope));
    }

    private static BudgetCut next(@Nullable BudgetCut known, BudgetCutEvent event, Envelope envelope) {
        return switch (event) {
            case BudgetCutProposed proposed -> filed(known, proposed, envelope);
            case BudgetCutAmended amended -> amended(known, amended);
            case BudgetCutWithdrawn withdrawn -> decided(known, event, State.WITHDRAWN);
            case BudgetCutAccepted accepted -> decided(known, event, State.ACCEPTED);
            case BudgetCutRejected rejected -> decided(known, event, State.REJECTED);
        };
    }

    /** Whether it waits for an answer. */
    boolean open() {
        return state == State.FILED || state == State.AMENDED;
    }

    /** Whether who speaks proposed it, or the actor recorded it for who did. */
    private boolean isOwn(DecisionContext context) {
        return context.speaker().equals(proposer) || context.recorded(recorder);
    }

    /** Whether who answers for the line on that day was consulted about the proposal by then. */
    private boolean ownerConsulted(YearState year, CutId cut, DecisionContext context) {
        var line = year.find(lineId, BudgetLine.class);
        var area = line == null ? null : line.areaId();
        var day = context.occurredOn();
        return area != null && context.register()
                .accountable(area, day)
                .filter(owner -> context.register().consulted(cut.subject(), owner, day))
                .isPresent();
    }

    /** What it counts toward the line's share in the round. */
    long carries(RoundId round, LineId line) {
        return state == State.ACCEPTED && kind != CutKind.INCOME_INCREASE && roundId.equals(round)
                && lineId.equals(line) ? amountAgorot : 0;
    }

    /** What it adds to its round, or takes from its line; more income takes nothing from a line. */
    @Override
    public long bookedTo(Subject owner) {
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

    /** A proposal that was amended or decided on a day before it was filed, by its record, stays so. */
    private static BudgetCut filed(@Nullable BudgetCut known, BudgetCutProposed event, Envelope envelope) {
        return known == null || known.state == State.FILED
                ? new BudgetCut(event.roundId(), event.lineId(), event.kind(), event.amountAgorot(),
                        envelope.speaker(), envelope.recorder(), State.FILED)
                : new BudgetCut(known.roundId, known.lineId, event.kind(), known.amountAgorot,
                        envelope.speaker(), envelope.recorder(), known.state);
    }

    /** What was decided stays decided. */
    private static BudgetCut amended(@Nullable BudgetCut known, BudgetCutAmended event) {
        return known == null || known.open() ? decided(known, event, State.AMENDED) : known;
    }

    private static BudgetCut decided(@Nullable BudgetCut known, BudgetCutEvent event, State state) {
        return new BudgetCut(event.roundId(), event.lineId(), known == null ? null : known.kind,
                event.amountAgorot(), known == null ? null : known.proposer,
                known == null ? null : known.recorder, state);
    }

    private static void mustFit(ProposeBudgetCut command, BudgetLine line, DecisionContext context) {
        switch (command.kind()) {
            case OWN_LINE ->
                context.rule(context.accountable(line.areaId()), "cut.not-own-line", command.lineId());
            case OTHER_LINE -> context.rule(line.areaId() != null && !context.accountable(line.areaId()),
                    "cut.not-other-line", command.lineId());
            case COMMON_LINE, RESERVE_DRAW -> context.rule(line.areaId() == null, "cut.not-common-line",
                    command.lineId());
            case INCOME_INCREASE, DEFERRAL -> {
                // Anybody may see a way to more income, or to a later expense.
            }
        }
    }

    private static void mustBeFree(YearState year, @Nullable CutKind kind, LineId line, long amountAgorot,
            DecisionContext context) {
        long free = year.free(line);
        context.rule(kind == CutKind.INCOME_INCREASE || amountAgorot <= free, "cut.exceeds-free-amount",
                amountAgorot, line, free);
    }
}
