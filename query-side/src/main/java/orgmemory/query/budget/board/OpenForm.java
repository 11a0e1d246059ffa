// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Proposal;
import orgmemory.query.screen.form.Form;

/**
 * A form that is open on a board.
 *
 * @param what  {@code propose}, {@code withdraw}, {@code accept}, {@code offer}, {@code take}
 *              or {@code withdraw-offer}
 * @param cut   the proposal that it is about, where it is about one
 * @param offer the offer that it is about, where it is about one
 * @param would what would be if what is typed were accepted
 */
public record OpenForm(String what, Form form, @Nullable Proposal cut, @Nullable Offer offer,
        Optional<ImpactPreview> would) {

    /** The form; empty where there is none of that name, or nothing that it could be about. */
    public static Optional<OpenForm> of(String what, Form form, BoardPage board) {
        return switch (what) {
            case "propose" -> Optional.of(new OpenForm(what, form, null, null,
                    ImpactPreview.of(form, "lineId", board.board(), board.lines())));
            case "offer" -> Optional.of(new OpenForm(what, form, null, null,
                    ImpactPreview.of(form, "fromLineId", board.board(), board.lines())));
            case "withdraw", "accept" -> board.cut(form.value("cutId"))
                    .map(cut -> new OpenForm(what, form, cut, null, Optional.empty()));
            case "take", "withdraw-offer" -> board.offer(form.value("transferId"))
                    .map(offer -> new OpenForm(what, form, null, offer, Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** Whether the reader may ask for it now. */
    public boolean offered(BoardActions may) {
        return switch (what) {
            case "propose" -> may.propose();
            case "offer" -> may.offer();
            case "withdraw" -> cut != null && may.withdraw(cut);
            case "accept" -> cut != null && may.accept(cut);
            case "withdraw-offer" -> offer != null && may.withdraw(offer);
            default -> offer != null && may.take(offer);
        };
    }
}
