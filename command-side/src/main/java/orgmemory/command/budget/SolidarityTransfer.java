// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.message.Envelope;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.DeclineSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import org.jspecify.annotations.Nullable;

/**
 * A solidarity transfer: who gives has it free, who receives agrees, and it is executed once. No more of it is given back than
 * was given.
 *
 * @param kind           unknown where only its acceptance is known
 * @param reversedAgorot what was given back in all
 * @param recorder       who recorded the offer for the giver; null where they made it themselves
 */
public record SolidarityTransfer(@Nullable RoundId roundId, @Nullable TransferKind kind, LineId fromLineId,
        Subject to, long amountAgorot, long reversedAgorot, @Nullable Subject recorder,
        State state) implements YearPart {

    /** Counts up whenever it is kept in another form: earlier snapshots of its year are left aside. */
    static final int REVISION = 1;

    /**
     * Where a transfer stands, in the order in which it goes on: what has been accepted is not taken back. What was given back
     * is counted beside it.
     */
    public enum State {
        OFFERED, WITHDRAWN, DECLINED, ACCEPTED, EXECUTED
    }

    static SolidarityTransfer of(OfferSolidarityTransfer offer) {
        return new SolidarityTransfer(offer.roundId(), offer.kind(), offer.fromLineId(), offer.to(),
                offer.amountAgorot(), 0, null, State.OFFERED);
    }

    static List<SolidarityTransferEvent> decide(YearState year, SolidarityTransferCommand command,
            DecisionContext context) {
        return switch (command) {
            case OfferSolidarityTransfer offer -> List.of(SolidarityOffer.offer(year, offer, context));
            case AcceptSolidarityTransfer accept -> SolidarityOffer.accept(year, accept, context);
            case DeclineSolidarityTransfer decline ->
                List.of(SolidarityOffer.decline(year, decline, context));
            case ReverseSolidarityTransfer reverse -> List.of(reverse(year, reverse, context));
            case WithdrawSolidarityOffer withdraw ->
                List.of(SolidarityOffer.withdraw(year, withdraw, context));
        };
    }

    static SolidarityTransferReversed reverse(YearState year, ReverseSolidarityTransfer command,
            DecisionContext context) {
        var transfer = year.about(command, SolidarityTransfer.class, context);
        transfer.mayReverse(year, command, context);
        context.rule(transfer.state == State.EXECUTED, "transfer.not-executed", command.transferId());
        long left = transfer.executed();
        context.rule(command.amountAgorot() <= left, "transfer.exceeds-executed", command.amountAgorot(),
                left);
        return new SolidarityTransferReversed(command.yearId(), command.transferId(), transfer.roundId,
                transfer.fromLineId, transfer.to, command.amountAgorot(), command.agreedBy(),
                command.reason());
    }

    /** The recorder says what all agreed on; the giver has the word of who is accountable for what was helped. */
    private void mayReverse(YearState year, ReverseSolidarityTransfer command, DecisionContext context) {
        var agreed = command.agreedBy();
        if (agreed != null) {
            context.known(agreed.subject());
        }
        if (!context.recordsForAll()) {
            context.right(context.accountable(year.part(fromLineId, BudgetLine.class).areaId()),
                    "transfer.not-reverser", command.transferId());
            var target = target(year);
            var area = target == null ? null : target.areaId();
            context.rule(area != null && context.register()
                    .accountable(area, context.occurredOn())
                    .filter(holder -> holder.equals(agreed))
                    .isPresent(), "transfer.receiver-not-asked", command.transferId());
        }
    }

    static YearState evolve(YearState year, SolidarityTransferEvent event, Envelope envelope) {
        var owners = event.subjects()
                .stream()
                .filter(subject -> List.of("line", "round").contains(subject.type()))
                .distinct()
                .toList();
        return year.withFact(event.transferId(), SolidarityTransfer.class, owners,
                known -> next(known, event, envelope));
    }

    private static SolidarityTransfer next(@Nullable SolidarityTransfer known,
            SolidarityTransferEvent event, Envelope envelope) {
        return switch (event) {
            case SolidarityTransferOffered offered -> next(known, event, offered.kind(), State.OFFERED)
                    .recordedBy(envelope.recorder());
            case SolidarityOfferWithdrawn withdrawn -> next(known, event, null, State.WITHDRAWN);
            case SolidarityTransferDeclined declined -> next(known, event, null, State.DECLINED);
            case SolidarityTransferAccepted accepted -> next(known, event, null, State.ACCEPTED);
            case SolidarityTransferExecuted executed -> next(known, event, null, State.EXECUTED);
            case SolidarityTransferReversed reversed -> reversed(known, reversed);
        };
    }

    private SolidarityTransfer recordedBy(@Nullable Subject who) {
        return new SolidarityTransfer(roundId, kind, fromLineId, to, amountAgorot, reversedAgorot, who,
                state);
    }

    /** Whether it comes from the line, or goes to it. */
    boolean concerns(LineId line) {
        return fromLineId.equals(line) || to.equals(line.subject());
    }

    /** Whether it waits for an answer, or to be executed. */
    boolean waits() {
        return state == State.OFFERED || state == State.ACCEPTED;
    }

    /** What it carries of the line's share in the round. */
    long absorbs(RoundId round, LineId line) {
        return kind == TransferKind.SHARE_ABSORPTION && round.equals(roundId) && to.equals(line.subject())
                ? executed()
                : 0;
    }

    /** A transfer only goes on: a step told after a later one adds what it knows and changes nothing else. */
    private static SolidarityTransfer next(@Nullable SolidarityTransfer known, SolidarityTransferEvent event,
            @Nullable TransferKind kind, State state) {
        var kindKnown = kind != null || known == null ? kind : known.kind;
        var recorder = known == null ? null : known.recorder;
        long reversed = known == null ? 0 : known.reversedAgorot;
        return known == null || known.state.compareTo(state) <= 0
                ? new SolidarityTransfer(event.roundId(), kindKnown, event.fromLineId(), event.to(),
                        event.amountAgorot(), reversed, recorder, state)
                : new SolidarityTransfer(known.roundId, kindKnown, known.fromLineId, known.to,
                        known.amountAgorot, reversed, recorder, known.state);
    }

    /** Of whatever day it is told, and also where the execution is not known: it then gives back nothing. */
    private static SolidarityTransfer reversed(@Nullable SolidarityTransfer known,
            SolidarityTransferReversed event) {
        return known == null
                ? new SolidarityTransfer(event.roundId(), null, event.fromLineId(), event.to(), 0,
                        event.amountAgorot(), null, State.OFFERED)
                : new SolidarityTransfer(known.roundId, known.kind, known.fromLineId, known.to,
                        known.amountAgorot, Amounts.plus(known.reversedAgorot, event.amountAgorot()),
                        known.recorder, known.state);
    }

    /** What moved and was not given back. */
    private long executed() {
        return state == State.EXECUTED ? Math.max(0, Amounts.minus(amountAgorot, reversedAgorot)) : 0;
    }

    /** What it takes from the line that gives, or adds to the round. */
    @Override
    public long bookedTo(Subject owner) {
        if (owner.equals(fromLineId.subject())) {
            return Amounts.minus(0, executed());
        }
        return owner.equals(roundId == null ? to : roundId.subject()) && owner.type().equals("round")
                ? executed()
                : 0;
    }

    /** The line that is helped; null where a round is. Refuses what does not exist. */
    @Nullable
    BudgetLine target(YearState year) {
        if (roundId != null) {
            var _ = year.part(roundId, CutRound.class);
        }
        return to.type().equals("line") ? year.part(new LineId(to.id()), BudgetLine.class) : null;
    }
}
