// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.List;
import orgmemory.message.Command;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import orgmemory.query.screen.Page;

/** What the reader may record about an offer now, by its state and by whose the lines are. Nothing in the past. */
public record OfferActions(Page page, YearLines lines) {

    /** Whether the command is about an offer in such a state. */
    public static boolean fits(Class<? extends Command> command, Offer offer) {
        return command == ReverseSolidarityTransfer.class
                ? offer.executed()
                : command != OfferSolidarityTransfer.class && offer.state() == Offer.State.OFFERED;
    }

    /** The commands that they may issue, as the board names them. */
    public List<String> ways(Offer offer) {
        return Ways.of(SolidarityTransferCommand.class, command -> may(command, offer));
    }

    /** Whether the command is the reader's to issue. The amounts are left to the rules. */
    public boolean may(Class<? extends Command> command, Offer offer) {
        return !page.past() && fits(command, offer) && concerned(command, offer);
    }

    private boolean concerned(Class<? extends Command> command, Offer offer) {
        if (command == ReverseSolidarityTransfer.class) {
            return page.may("REC") || lines.find(offer.fromLineId()).filter(lines::isOwn).isPresent();
        }
        return command == WithdrawSolidarityOffer.class ? gives(offer) : answers(offer);
    }

    /** The line that gives is theirs, or they recorded the offer. */
    private boolean gives(Offer offer) {
        var reader = lines.reader();
        return lines.find(offer.fromLineId()).filter(lines::isOwn).isPresent()
                || (reader != null && page.may("REC") && reader.subject().equals(offer.recorder()));
    }

    /** The line that is helped is theirs, or nobody's and they are a recorder. */
    private boolean answers(Offer offer) {
        return lines.find(offer.to())
                .filter(line -> line.areaId() != null)
                .map(lines::isOwn)
                .orElseGet(() -> page.may("REC"));
    }
}
