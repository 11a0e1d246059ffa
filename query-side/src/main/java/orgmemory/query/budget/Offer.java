// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.query.memory.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A solidarity transfer as boards and lines show it. The kind is absent where only its acceptance is known.
 *
 * @param to       the line that is helped, or the round whose gap is covered
 * @param giver    who offered it: the person or body that spoke; null where its offer is not known
 * @param recorder who recorded the offer for them; null where they made it themselves
 * @param since    the day from which the state holds
 */
public record Offer(TransferId transferId, @Nullable RoundId roundId, @Nullable TransferKind kind,
        LineId fromLineId, Subject to, long amountAgorot, @Nullable Subject giver,
        @Nullable Subject recorder, State state, LocalDate since) {

    /** Where a transfer stands, in the order in which it goes on. */
    public enum State {
        OFFERED, WITHDRAWN, DECLINED, ACCEPTED, EXECUTED
    }

    /** Counts up whenever it is folded otherwise or kept in another form: the views that hold it are folded anew. */
    static final int VERSION = 0;

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

    public long executedAgorot() {
        return executed() ? amountAgorot : 0;
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
        };
        return Sorted.with(offers, next, offer -> offer.transferId().value());
    }

    /** A transfer only goes on: a step that is told after a later one adds what it knows and changes nothing else. */
    private static Offer next(@Nullable Offer known, Fact fact, SolidarityTransferEvent event,
            @Nullable TransferKind kind, State state) {
        var kindKnown = kind != null || known == null ? kind : known.kind();
        var giver = known == null ? null : known.giver();
        var recorder = known == null ? null : known.recorder();
        return known == null || known.state().compareTo(state) <= 0
                ? new Offer(event.transferId(), event.roundId(), kindKnown, event.fromLineId(), event.to(),
                        event.amountAgorot(), giver, recorder, state, fact.day())
                : new Offer(known.transferId(), known.roundId(), kindKnown, known.fromLineId(), known.to(),
                        known.amountAgorot(), giver, recorder, known.state(), known.since());
    }

    private Offer by(Subject who, @Nullable Subject whoRecorded) {
        return new Offer(transferId, roundId, kind, fromLineId, to, amountAgorot, who, whoRecorded, state,
                since);
    }
}
