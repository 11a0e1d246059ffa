// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.util.List;
import orgmemory.command.DecisionContext;
import orgmemory.command.budget.SolidarityTransfer.State;
import orgmemory.message.Rejected;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.DeclineSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;

/** An offer of solidarity until it is answered: who gives has it free, and who receives has the last word. */
final class SolidarityOffer {

    private SolidarityOffer() {
    }

    static SolidarityTransferOffered offer(YearState year, OfferSolidarityTransfer command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.mustBeNew(command.transferId());
        mustFit(command);
        var offer = SolidarityTransfer.of(command);
        var source = year.part(command.fromLineId(), BudgetLine.class);
        var target = offer.target(year);
        year.inOrder(context, command.entity(), command.stream(), command.fromLineId().subject(),
                command.to());
        context.right(context.accountable(source.areaId()), "transfer.not-own-source", command.fromLineId());
        context.rule(!command.to().equals(command.fromLineId().subject())
                && (target == null || !context.concerned(target.areaId())), "transfer.to-oneself");
        mustBeCovered(offer, year, context);
        return new SolidarityTransferOffered(command.yearId(), command.transferId(), command.kind(),
                command.amountAgorot(), command.fromLineId(), command.to(), command.roundId(), command.why(),
                List.copyOf(command.principles()));
    }

    /** Without a threshold an accepted transfer is executed at once. */
    static List<SolidarityTransferEvent> accept(YearState year, AcceptSolidarityTransfer command,
            DecisionContext context) {
        var offer = year.about(command, SolidarityTransfer.class, context);
        context.rule(offer.state() == State.OFFERED, "transfer.not-offered", command.transferId());
        mayAnswer(offer, command, year, context);
        mustBeCovered(offer, year, context);
        if (offer.roundId() != null) {
            long left = year.gap(offer.roundId());
            context.rule(offer.amountAgorot() <= left, "transfer.exceeds-gap", offer.amountAgorot(), left);
        }
        return List.of(
                new SolidarityTransferAccepted(command.yearId(), command.transferId(), offer.roundId(),
                        offer.fromLineId(), offer.to(), offer.amountAgorot()),
                new SolidarityTransferExecuted(command.yearId(), command.transferId(), offer.roundId(),
                        offer.fromLineId(), offer.to(), offer.amountAgorot()));
    }

    static SolidarityTransferDeclined decline(YearState year, DeclineSolidarityTransfer command,
            DecisionContext context) {
        var offer = year.about(command, SolidarityTransfer.class, context);
        context.rule(offer.state() == State.OFFERED, "transfer.not-offered", command.transferId());
        mayAnswer(offer, command, year, context);
        return new SolidarityTransferDeclined(command.yearId(), command.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot(), command.reason());
    }

    static SolidarityOfferWithdrawn withdraw(YearState year, WithdrawSolidarityOffer command,
            DecisionContext context) {
        var offer = year.about(command, SolidarityTransfer.class, context);
        context.right(
                context.accountable(year.part(offer.fromLineId(), BudgetLine.class).areaId())
                        || context.recorded(offer.recorder()),
                "transfer.not-giver", command.transferId());
        context.rule(offer.state() == State.OFFERED, "transfer.not-offered", command.transferId());
        return new SolidarityOfferWithdrawn(command.yearId(), command.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot(), command.reason());
    }

    /** Whoever is accountable for what is helped has the word; for what nobody is accountable for, the forum. */
    private static void mayAnswer(SolidarityTransfer offer, SolidarityTransferCommand command,
            YearState year, DecisionContext context) {
        var target = offer.target(year);
        if (target == null || target.areaId() == null) {
            // Nobody is accountable on the other side, so the recorder says what the forum answered.
            context.right(context.recordsForAll(), "transfer.recorder-needed", command.transferId());
        } else {
            context.right(context.accountable(target.areaId()), "transfer.not-own-target",
                    command.transferId());
        }
    }

    private static void mustBeCovered(SolidarityTransfer offer, YearState year, DecisionContext context) {
        long free = year.free(offer.fromLineId());
        context.rule(offer.amountAgorot() <= free, "transfer.exceeds-free-amount", offer.amountAgorot(),
                offer.fromLineId(), free);
        if (offer.kind() == TransferKind.SHARE_ABSORPTION && offer.roundId() != null
                && offer.to().type().equals("line")) {
            var helped = new LineId(offer.to().id());
            long share = year.remainingShare(offer.roundId(), helped);
            context.rule(offer.amountAgorot() <= share, "transfer.exceeds-share", offer.amountAgorot(),
                    helped, share);
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
