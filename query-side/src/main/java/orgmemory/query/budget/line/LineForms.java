// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.line;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Rejected;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.Offer;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.FormSender;
import orgmemory.query.screen.form.Form;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import orgmemory.query.budget.board.BoardForms;
import orgmemory.query.budget.board.BudgetRefusals;

/** The forms of a line: to give it money, and to accept what is given. */
@Component
public class LineForms {

    private final FormSender sender;
    private final BudgetRefusals refusals;

    LineForms(FormSender sender, BudgetRefusals refusals) {
        this.sender = sender;
        this.refusals = refusals;
    }

    /**
     * A form that is open on a line.
     *
     * @param what  {@code give}, {@code take} or {@code withdraw-offer}
     * @param offer the offer that is accepted or taken back; null where one is made
     */
    public record Open(String what, Form form, @Nullable Offer offer) {

        private static Optional<Open> of(String what, Form form, LineFile file) {
            return switch (what) {
                case "give" -> Optional.of(new Open(what, form, null));
                case "take", "withdraw-offer" -> file.line()
                        .offers()
                        .stream()
                        .filter(offer -> offer.transferId().value().equals(form.value("transferId")))
                        .findFirst()
                        .map(offer -> new Open(what, form, offer));
                default -> Optional.empty();
            };
        }

        private boolean offered(LineActions may) {
            if (offer == null) {
                return may.give();
            }
            return what.equals("take") ? may.take(offer) : may.withdraw(offer);
        }
    }

    /** The form that a link asks for; empty where there is none, or it is not for the reader. */
    public Optional<Open> open(String what, Map<String, String> given, LineFile file, Page page) {
        return Open.of(what, BoardForms.fresh("offer", given, file.lines()), file)
                .filter(open -> open.offered(new LineActions(page, file)));
    }

    /** Asks for what the form says; it comes back, to be shown again, where that was refused. */
    public Optional<Form> send(Page page, LineFile file, String what, Form form) {
        var told = refusals.in(page.language());
        return switch (what) {
            case "give" -> sender.send(page, "OfferSolidarityTransfer", gift(file.line(), form), form, told);
            case "take" -> sender.send(page, "AcceptSolidarityTransfer",
                    ofYear(file.line()).put("transferId", form.value("transferId")), form, told);
            case "withdraw-offer" ->
                sender.send(page, "WithdrawSolidarityOffer", back(file.line(), form, page), form,
                        told);
            default -> throw Rejected.unknown("board.no-such-form", what);
        };
    }

    /** The form as it was refused. */
    public Optional<Open> again(String what, Form refused, LineFile file) {
        return Open.of(what, refused, file);
    }

    private static ObjectNode gift(Line line, Form form) {
        var body = ofYear(line).put("kind", TransferKind.FUNDS.name())
                .put("to", line.lineId().subject().toString());
        BoardForms.chosen(body, form, "fromLineId");
        FormSender.amount(body, form, "amountAgorot");
        BoardForms.chosen(body, form, "why");
        body.putArray("principles");
        return body;
    }

    private static ObjectNode back(Line line, Form form, Page page) {
        var body = ofYear(line).put("transferId", form.value("transferId"));
        BoardForms.chosen(body, form, "reason");
        return BoardForms.recorded(body, page, BoardForms.recorders(line.offers(), form));
    }

    private static ObjectNode ofYear(Line line) {
        return FormSender.body().put("yearId", line.yearId() == null ? "" : line.yearId().value());
    }
}
