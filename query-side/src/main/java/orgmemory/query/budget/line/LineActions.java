// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.util.List;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.OfferActions;
import orgmemory.query.screen.Page;

/** What the reader may ask for on a line's page now. Nothing in the past. */
public record LineActions(Page page, LineFile file) {

    /** Money of one's own line for this one. */
    public boolean give() {
        return now() && !mine() && !file.lines().own().isEmpty();
    }

    /** The commands about an offer outside of any round that the reader may issue: rounds have their own pages. */
    public List<String> ways(Offer offer) {
        return offer.roundId() == null ? new OfferActions(page, file.lines()).ways(offer) : List.of();
    }

    private boolean mine() {
        return file.lines().isOwn(file.line());
    }

    private boolean now() {
        return !page.past() && page.reader() != null;
    }
}
