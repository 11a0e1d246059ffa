// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutRejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A proposed cut as boards and lines show it. Kind and proposer are absent where only its acceptance is known.
 *
 * @param proposer who proposed it: the person or body that spoke
 * @param recorder who recorded it for them; null where they did themselves
 * @param since    the day from which the state holds
 */
public record Proposal(CutId cutId, RoundId roundId, @Nullable CutKind kind, LineId lineId, long amountAgorot,
        @Nullable Subject proposer, @Nullable Subject recorder, State state, LocalDate since) {

    /** Where a proposal stands. */
    public enum State {
        FILED, AMENDED, ACCEPTED, WITHDRAWN, REJECTED
    }

    /** Counts up whenever it is folded otherwise or kept in another form: the views that hold it are folded anew. */
    static final int VERSION = 0;

    /** Whether it waits for an answer. */
    public boolean open() {
        return state == State.FILED || state == State.AMENDED;
    }

    /** Whether it was closed and covers nothing. */
    public boolean closed() {
        return !open() && state != State.ACCEPTED;
    }

    /** What it covers of the round, if the forum accepted it. */
    public long acceptedAgorot() {
        return state == State.ACCEPTED ? amountAgorot : 0;
    }

    /** What it would cover, as long as it waits for an answer. */
    public long pendingAgorot() {
        return open() ? amountAgorot : 0;
    }

    /** What it takes from its line: more income takes nothing. */
    public long takenAgorot() {
        return kind == CutKind.INCOME_INCREASE ? 0 : acceptedAgorot();
    }

    /** The proposals after the fact, in the order of their ids. */
    static List<Proposal> evolve(List<Proposal> proposals, Fact fact, BudgetCutEvent event) {
        var known = Sorted.find(proposals, proposal -> proposal.cutId().equals(event.cutId()));
        var next = switch (event) {
            case BudgetCutProposed proposed -> filed(known, fact, proposed);
            case BudgetCutAmended amended -> amended(known, fact, amended);
            case BudgetCutAccepted accepted -> decided(known, fact, event, State.ACCEPTED);
            case BudgetCutWithdrawn withdrawn -> decided(known, fact, event, State.WITHDRAWN);
            case BudgetCutRejected rejected -> decided(known, fact, event, State.REJECTED);
        };
        return Sorted.with(proposals, next, proposal -> proposal.cutId().value());
    }

    /** A proposal that was recorded as amended or decided before the day it was filed stays so. */
    private static Proposal filed(@Nullable Proposal known, Fact fact, BudgetCutProposed event) {
        var proposer = fact.envelope().speaker();
        var recorder = fact.envelope().recorder();
        return known == null || known.state() == State.FILED
                ? new Proposal(event.cutId(), event.roundId(), event.kind(), event.lineId(),
                        event.amountAgorot(), proposer, recorder, State.FILED, fact.day())
                : new Proposal(event.cutId(), known.roundId(), event.kind(), known.lineId(),
                        known.amountAgorot(), proposer, recorder, known.state(), known.since());
    }

    /** What was decided stays decided. */
    private static Proposal amended(@Nullable Proposal known, Fact fact, BudgetCutAmended event) {
        return known == null || known.open() ? decided(known, fact, event, State.AMENDED) : known;
    }

    private static Proposal decided(@Nullable Proposal known, Fact fact, BudgetCutEvent event, State state) {
        return new Proposal(event.cutId(), event.roundId(), known == null ? null : known.kind(),
                event.lineId(), event.amountAgorot(), known == null ? null : known.proposer(),
                known == null ? null : known.recorder(), state,
                fact.day());
    }
}
