// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.message.Envelope;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import org.jspecify.annotations.Nullable;

/**
 * A solidarity transfer: who gives has it free, who receives agrees, and it is executed once.
 *
 * @param kind     unknown where only its acceptance is known
 * @param recorder who recorded the offer for the giver; null where they made it themselves
 */
public record SolidarityTransfer(@Nullable RoundId roundId, @Nullable TransferKind kind, LineId fromLineId,
        Subject to, long amountAgorot, @Nullable Subject recorder, State state) implements YearPart {

    /** Counts up whenever it is kept in another form: earlier snapshots of its year are left aside. */
    static final int REVISION = 0;

    /** Where a transfer stands, in the order in which it goes on: what has been accepted is not taken back. */
    public enum State {
        OFFERED, WITHDRAWN, ACCEPTED, EXECUTED
    }

    static List<SolidarityTransferEvent> decide(YearState year, SolidarityTransferCommand command,
            DecisionContext context) {
        return switch (command) {
            case OfferSolidarityTransfer offer -> List.of(offer(year, offer, context));
            case AcceptSolidarityTransfer accept -> accept(year, accept, context);
            case WithdrawSolidarityOffer withdraw -> List.of(withdraw(year, withdraw, context));
        };
    }

    static SolidarityTransferOffered offer(YearState year, OfferSolidarityTransfer command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.mustBeNew(command.transferId());
        mustFit(command);
        var offer = new SolidarityTransfer(command.roundId(), command.kind(), command.fromLineId(),
                command.to(), command.amountAgorot(), null, State.OFFERED);
        var source = year.part(command.fromLineId(), BudgetLine.class);
        var target = offer.target(year);
        year.inOrder(context, command.entity(), command.stream(), command.fromLineId().subject(),
                command.to());
        context.right(context.accountable(source.areaId()), "transfer.not-own-source", command.fromLineId());
        context.rule(!command.to().equals(command.fromLineId().subject())
                && (target == null || !context.concerned(target.areaId())), "transfer.to-oneself");
        offer.mustBeCovered(year, context);
        return new SolidarityTransferOffered(command.yearId(), command.transferId(), command.kind(),
                command.amountAgorot(), command.fromLineId(), command.to(), command.roundId(), command.why(),
                List.copyOf(command.principles()));
    }

    /** Without a threshold an accepted transfer is executed at once. */
    static List<SolidarityTransferEvent> accept(YearState year, AcceptSolidarityTransfer command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        var offer = year.part(command.transferId(), SolidarityTransfer.class);
        year.inOrder(context, command.entity());
        context.rule(offer.state == State.OFFERED, "transfer.not-offered", command.transferId());
        var target = offer.target(year);
        if (target == null || target.areaId() == null) {
            // Nobody is accountable on the other side, so the recorder says that the forum took it.
            context.right(context.recordsForAll(), "transfer.recorder-needed", command.transferId());
        } else {
            context.right(context.accountable(target.areaId()), "transfer.not-own-target",
                    command.transferId());
        }
        offer.mustBeCovered(year, context);
        if (offer.roundId != null) {
            long left = year.gap(offer.roundId);
            context.rule(offer.amountAgorot <= left, "transfer.exceeds-gap", offer.amountAgorot, left);
        }
        return List.of(
                new SolidarityTransferAccepted(command.yearId(), command.transferId(), offer.roundId,
                        offer.fromLineId, offer.to, offer.amountAgorot),
                new SolidarityTransferExecuted(command.yearId(), command.transferId(), offer.roundId,
                        offer.fromLineId, offer.to, offer.amountAgorot));
    }

    static SolidarityOfferWithdrawn withdraw(YearState year, WithdrawSolidarityOffer command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        var offer = year.part(command.transferId(), SolidarityTransfer.class);
        year.inOrder(context, command.entity());
        context.right(
                context.accountable(year.part(offer.fromLineId, BudgetLine.class).areaId())
                        || context.recorded(offer.recorder),
                "transfer.not-giver", command.transferId());
        context.rule(offer.state == State.OFFERED, "transfer.not-offered", command.transferId());
        return new SolidarityOfferWithdrawn(command.yearId(), command.transferId(), offer.roundId,
                offer.fromLineId, offer.to, offer.amountAgorot, command.reason());
    }

    static YearState evolve(YearState year, SolidarityTransferEvent event, Envelope envelope) {
        var owners = event.subjects()
                .stream()
                .filter(subject -> List.of("line", "round").contains(subject.type()))
                .distinct()
                .toList();
        return year.told(event.transferId(), SolidarityTransfer.class, owners,
                known -> next(known, event, envelope));
    }

    private static SolidarityTransfer next(@Nullable SolidarityTransfer known,
            SolidarityTransferEvent event, Envelope envelope) {
        return switch (event) {
            case SolidarityTransferOffered offered -> next(known, event, offered.kind(), State.OFFERED)
                    .recordedBy(envelope.recorder());
            case SolidarityOfferWithdrawn withdrawn -> next(known, event, null, State.WITHDRAWN);
            case SolidarityTransferAccepted accepted -> next(known, event, null, State.ACCEPTED);
            case SolidarityTransferExecuted executed -> next(known, event, null, State.EXECUTED);
        };
    }

    private SolidarityTransfer recordedBy(@Nullable Subject who) {
        return new SolidarityTransfer(roundId, kind, fromLineId, to, amountAgorot, who, state);
    }

    /** What it carries of the line's share in the round. */
    long absorbs(RoundId round, LineId line) {
        return state == State.EXECUTED && kind == TransferKind.SHARE_ABSORPTION && round.equals(roundId)
                && to.equals(line.subject()) ? amountAgorot : 0;
    }

    /** A transfer only goes on: a step told after a later one adds what it knows and changes nothing else. */
    private static SolidarityTransfer next(@Nullable SolidarityTransfer known, SolidarityTransferEvent event,
            @Nullable TransferKind kind, State state) {
        var kindKnown = kind != null || known == null ? kind : known.kind;
        var recorder = known == null ? null : known.recorder;
        return known == null || known.state.compareTo(state) <= 0
                ? new SolidarityTransfer(event.roundId(), kindKnown, event.fromLineId(), event.to(),
                        event.amountAgorot(), recorder, state)
                : new SolidarityTransfer(known.roundId, kindKnown, known.fromLineId, known.to,
                        known.amountAgorot, recorder, known.state);
    }

    /** What it takes from the line that gives, or adds to the round. */
    @Override
    public long bookedTo(Subject owner) {
        if (state != State.EXECUTED) {
            return 0;
        }
        if (owner.equals(fromLineId.subject())) {
            return Amounts.minus(0, amountAgorot);
        }
        return owner.equals(roundId == null ? to : roundId.subject()) && owner.type().equals("round")
                ? amountAgorot
                : 0;
    }

    /** The line that is helped; null where a round is. Refuses what does not exist. */
    private @Nullable BudgetLine target(YearState year) {
        if (roundId != null) {
            var _ = year.part(roundId, CutRound.class);
        }
        return to.type().equals("line") ? year.part(new LineId(to.id()), BudgetLine.class) : null;
    }

    private void mustBeCovered(YearState year, DecisionContext context) {
        long free = year.free(fromLineId);
        context.rule(amountAgorot <= free, "transfer.exceeds-free-amount", amountAgorot, fromLineId, free);
        if (kind == TransferKind.SHARE_ABSORPTION && roundId != null && to.type().equals("line")) {
            var helped = new LineId(to.id());
            long share = year.remainingShare(roundId, helped);
            context.rule(amountAgorot <= share, "transfer.exceeds-share", amountAgorot, helped, share);
        }
    }

    private static void mustFit(OfferSolidarityTransfer command) {
        var round = command.roundId();
        var fits = switch (command.kind()) {
            case SHARE_ABSORPTION -> round != null && command.to().type().equals("line");
            case FUNDS -> round == null && command.to().type().equals("line");
            case GAP_COVER -> round != null && command.to().equals(round.subject());
        };
        if (!fits) {
            throw new Rejected("transfer.target-does-not-fit", command.kind());
        }
    }
}
