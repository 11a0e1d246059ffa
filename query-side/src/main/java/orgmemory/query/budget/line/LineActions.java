// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import orgmemory.query.budget.Offer;
import orgmemory.query.screen.Page;

/** What the reader may ask for on a line's page now. Nothing in the past. */
public record LineActions(Page page, LineFile file) {

    /** Money of one's own line for this one. */
    public boolean give() {
        return now() && !mine() && !file.lines().own().isEmpty();
    }

    /** Money that was offered to this line outside of any round: rounds have their own pages. */
    public boolean take(Offer offer) {
        boolean answers = file.line().areaId() == null ? page.may("REC") : mine();
        return now() && answers && offer.state() == Offer.State.OFFERED && offer.roundId() == null
                && offer.to().equals(file.line().lineId().subject());
    }

    /** What was offered to this line or by it outside of any round, by its giver or who recorded it. */
    public boolean withdraw(Offer offer) {
        return offer.roundId() == null && file.lines().mayTakeBack(offer, page);
    }

    private boolean mine() {
        return file.lines().isOwn(file.line());
    }

    private boolean now() {
        return !page.past() && page.reader() != null;
    }
}
