// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A solidarity transfer as boards and lines show it. The kind is absent where only its acceptance is known.
 *
 * @param to             the line that is helped, or the round whose gap is covered
 * @param amountAgorot   what was offered; 0 where nothing is known but that something was given back
 * @param reversedAgorot what was given back in all
 * @param giver          who offered it: the person or body that spoke; null where its offer is not known
 * @param recorder       who recorded the offer for them; null where they made it themselves
 * @param since          the day from which the state holds
 */
public record Offer(TransferId transferId, @Nullable RoundId roundId, @Nullable TransferKind kind,
        LineId fromLineId, Subject to, long amountAgorot, long reversedAgorot, @Nullable Subject giver,
        @Nullable Subject recorder, State state, LocalDate since) {

    /** Where a transfer stands, in the order in which it goes on. */
    public enum State {
        OFFERED, WITHDRAWN, DECLINED, ACCEPTED, EXECUTED, REVERSED
    }

    /** Counts up whenever it is folded otherwise or kept in another form: the views that hold it are folded anew. */
    static final int VERSION = 1;

    /** Whether it waits for an answer, or was accepted and waits for the money to move. */
    public boolean open() {
        return state == State.OFFERED || state == State.ACCEPTED;
    }

    /** Whether the money has moved. */
    public boolean executed() {
        return state == State.EXECUTED;
    }

    /** Whether it was closed and covers nothing. */
    public boolean closed() {
        return !open() && !executed();
    }

    /** What moved and was not given back. */
    public long executedAgorot() {
        return executed() ? Amounts.minus(amountAgorot, reversedAgorot) : 0;
    }

    public long pendingAgorot() {
        return open() ? amountAgorot : 0;
    }

    /** The offers after the fact, in the order of their ids. */
    static List<Offer> evolve(List<Offer> offers, Fact fact, SolidarityTransferEvent event) {
        var known = Sorted.find(offers, offer -> offer.transferId().equals(event.transferId()));
        var next = switch (event) {
            case SolidarityTransferOffered offered -> next(known, fact, event, offered.kind(), State.OFFERED)
                    .by(fact.envelope().speaker(), fact.envelope().recorder());
            case SolidarityOfferWithdrawn withdrawn -> next(known, fact, event, null, State.WITHDRAWN);
            case SolidarityTransferDeclined declined -> next(known, fact, event, null, State.DECLINED);
            case SolidarityTransferAccepted accepted -> next(known, fact, event, null, State.ACCEPTED);
            case SolidarityTransferExecuted executed -> next(known, fact, event, null, State.EXECUTED);
            case SolidarityTransferReversed reversed -> reversed(known, fact, reversed);
        };
        return Sorted.with(offers, next, offer -> offer.transferId().value());
    }

    /** A transfer only goes on: a step that is told after a later one adds what it knows and changes nothing else. */
    private static Offer next(@Nullable Offer known, Fact fact, SolidarityTransferEvent event,
            @Nullable TransferKind kind, State state) {
        var kindKnown = kind != null || known == null ? kind : known.kind();
        var giver = known == null ? null : known.giver();
        var recorder = known == null ? null : known.recorder();
        long reversed = known == null ? 0 : known.reversedAgorot();
        return known == null || known.step().compareTo(state) <= 0
                ? new Offer(event.transferId(), event.roundId(), kindKnown, event.fromLineId(), event.to(),
                        event.amountAgorot(), reversed, giver, recorder, state, fact.day()).settled(fact)
                : new Offer(known.transferId(), known.roundId(), kindKnown, known.fromLineId(), known.to(),
                        known.amountAgorot(), reversed, giver, recorder, known.state(), known.since());
    }

    private Offer by(Subject who, @Nullable Subject whoRecorded) {
        return new Offer(transferId, roundId, kind, fromLineId, to, amountAgorot, reversedAgorot, who,
                whoRecorded, state, since);
    }

    /** What was given back is counted of whatever day it is told; it takes only from what has moved. */
    private static Offer reversed(@Nullable Offer known, Fact fact, SolidarityTransferReversed event) {
        return known == null
                ? new Offer(event.transferId(), event.roundId(), null, event.fromLineId(), event.to(), 0,
                        event.amountAgorot(), null, null, State.REVERSED, fact.day())
                : new Offer(known.transferId, known.roundId, known.kind, known.fromLineId, known.to,
                        known.amountAgorot, Amounts.plus(known.reversedAgorot, event.amountAgorot()),
                        known.giver, known.recorder, known.state, known.since).settled(fact);
    }

    /** The step that it has come to, whatever was given back of it. */
    private State step() {
        if (state != State.REVERSED) {
            return state;
        }
        return amountAgorot == 0 ? State.OFFERED : State.EXECUTED;
    }

    /** What has moved and was given back whole is reversed, from the day of the fact by which it is. */
    private Offer settled(Fact fact) {
        boolean whole = state == State.EXECUTED && reversedAgorot >= amountAgorot;
        return whole
                ? new Offer(transferId, roundId, kind, fromLineId, to, amountAgorot, reversedAgorot, giver,
                        recorder, State.REVERSED, fact.day())
                : this;
    }
}
