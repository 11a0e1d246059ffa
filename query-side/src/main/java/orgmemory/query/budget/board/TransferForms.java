// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import orgmemory.message.Command;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import orgmemory.message.budget.TransferId;
import orgmemory.query.budget.AuthoredTexts.Words;
import orgmemory.query.budget.Offer;
import orgmemory.query.budget.Ways;
import orgmemory.query.budget.board.BudgetDrafts.Beside;
import orgmemory.query.budget.board.BudgetDrafts.Preview;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.form.SpecialForm;

/** What the forms of solidarity show beside their fields. The kind of a transfer follows from whom it helps. */
@Component
class TransferForms implements SpecialForm {

    private final BudgetDrafts drafts;

    TransferForms(BudgetDrafts drafts) {
        this.drafts = drafts;
    }

    /** What an offer says, and what the gap would be if it were accepted; null where it is of no round. */
    record About(Offer offer, Words words, @Nullable Long gapAgorot) {
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Ways.all(SolidarityTransferCommand.class);
    }

    @Override
    public boolean offered(Draft draft) {
        if (draft.of(OfferSolidarityTransfer.class)) {
            return drafts.round(draft).map(board -> board.gapAgorot() > 0).orElse(true);
        }
        return draft.value("transferId").isEmpty() || drafts.offer(draft)
                .map(found -> drafts.actions(found.board(), draft).may(draft.command(), found.it()))
                .orElse(true);
    }

    @Override
    public Set<String> completes(Draft draft) {
        // Money for a line whose page one is on belongs to no round.
        return draft.page().path().startsWith("/lines/") ? Set.of("kind", "roundId") : Set.of("kind");
    }

    /** Who gives begins with their line, and who gives back with all that is left of what was given. */
    @Override
    public Map<String, String> begin(Draft draft) {
        if (draft.of(ReverseSolidarityTransfer.class)) {
            return drafts.anyOffer(draft)
                    .map(offer -> Map.of("amountAgorot", Shekels.typed(offer.executedAgorot())))
                    .orElseGet(Map::of);
        }
        return draft.of(OfferSolidarityTransfer.class)
                ? drafts.years(draft)
                        .map(year -> drafts.lines(year, draft).own())
                        .filter(own -> own.size() == 1)
                        .findFirst()
                        .map(own -> Map.of("fromLineId", own.getFirst().lineId().value()))
                        .orElseGet(Map::of)
                : Map.of();
    }

    @Override
    public void complete(Draft draft, ObjectNode body) {
        if (draft.of(OfferSolidarityTransfer.class)) {
            body.put("kind", kind(draft).name());
        } else if (draft.of(WithdrawSolidarityOffer.class) && !draft.value("transferId").isEmpty()) {
            drafts.asRecorder(new TransferId(draft.value("transferId")).subject(), draft, body);
        }
    }

    private static TransferKind kind(Draft draft) {
        if (draft.value("to").startsWith("round/")) {
            return TransferKind.GAP_COVER;
        }
        return draft.value("roundId").isEmpty() ? TransferKind.FUNDS : TransferKind.SHARE_ABSORPTION;
    }

    @Override
    public Optional<Addition> addition(Draft draft) {
        if (draft.of(OfferSolidarityTransfer.class)) {
            var would = drafts.would(drafts.round(draft).orElse(null), draft.whole(), "fromLineId", draft);
            return Optional.of(new Addition(null, Preview.FRAGMENT,
                    Set.of("amountAgorot", "fromLineId", "to", "roundId"), new Beside(null, would)));
        }
        return drafts.offer(draft)
                .map(found -> about(found.it(), draft,
                        Amounts.minus(found.board().gapAgorot(), found.it().amountAgorot())))
                .or(() -> drafts.anyOffer(draft).map(offer -> about(offer, draft, null)));
    }

    private Addition about(Offer offer, Draft draft, @Nullable Long gap) {
        return new Addition("budget/forms :: about-offer", null, Set.of(), new Beside(new About(offer,
                drafts.words(offer.transferId().subject(), draft),
                draft.of(AcceptSolidarityTransfer.class) ? gap : null), null));
    }
}
