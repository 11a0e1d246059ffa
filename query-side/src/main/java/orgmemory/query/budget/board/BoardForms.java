// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.budget.Offer;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.FormSender;
import orgmemory.query.budget.YearLines;
import orgmemory.query.screen.form.Form;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The forms of a board, and the command that each of them asks for. */
@Component
public class BoardForms {

    private final FormSender sender;
    private final BudgetRefusals refusals;

    BoardForms(FormSender sender, BudgetRefusals refusals) {
        this.sender = sender;
        this.refusals = refusals;
    }

    /** Asks for what the form says; the form comes back where it was refused. */
    public Optional<Form> send(Page page, Board board, String what, Form form) {
        return switch (what) {
            case "propose" -> send(page, "ProposeBudgetCut", proposal(board, form), form);
            case "withdraw" ->
                send(page, "WithdrawBudgetCut",
                        recorded(text(about(board, "cutId", form), form, "reason"), page,
                                recorders(board, form)),
                        form);
            case "accept" -> send(page, "AcceptBudgetCut", text(about(board, "cutId", form), form, "reason"),
                    form);
            case "offer" -> send(page, "OfferSolidarityTransfer", offer(board, form), form);
            case "take" -> send(page, "AcceptSolidarityTransfer", about(board, "transferId", form), form);
            case "withdraw-offer" ->
                send(page, "WithdrawSolidarityOffer",
                        recorded(text(about(board, "transferId", form), form, "reason"), page,
                                recorders(board.offers(), form)),
                        form);
            default -> throw Rejected.unknown("board.no-such-form", what);
        };
    }

    private Optional<Form> send(Page page, String command, ObjectNode body, Form form) {
        return sender.send(page, command, body, form, refusals.in(page.language()));
    }

    /**
     * Whoever takes back what they recorded for somebody does so as a recorder, whatever else they are.
     *
     * @param recorders who recorded the thing that is taken back; nobody where its proposer or giver did
     */
    public static ObjectNode recorded(ObjectNode body, Page page, Stream<Subject> recorders) {
        var reader = page.reader();
        if (reader != null && page.may("REC") && recorders.anyMatch(reader.id().subject()::equals)) {
            body.putObject("envelope").put("capacity", "REC");
        }
        return body;
    }

    private static Stream<Subject> recorders(Board board, Form form) {
        return board.proposals()
                .stream()
                .filter(cut -> cut.cutId().value().equals(form.value("cutId")))
                .flatMap(cut -> Stream.ofNullable(cut.recorder()));
    }

    /** Who recorded the offer that a form is about, where somebody did for its giver. */
    public static Stream<Subject> recorders(List<Offer> offers, Form form) {
        return offers.stream()
                .filter(offer -> offer.transferId().value().equals(form.value("transferId")))
                .flatMap(offer -> Stream.ofNullable(offer.recorder()));
    }

    private static ObjectNode proposal(Board board, Form form) {
        var body = ofYear(board).put("roundId", board.roundId().value());
        chosen(body, form, "kind");
        chosen(body, form, "lineId");
        FormSender.amount(body, form, "amountAgorot");
        text(body, form, "reason");
        return text(body, form, "expectedConsequence");
    }

    private static ObjectNode offer(Board board, Form form) {
        var body = ofYear(board).put("roundId", board.roundId().value());
        var round = board.roundId().subject().toString();
        var to = form.value("to");
        if (!to.isEmpty()) {
            body.put("to", to);
        }
        body.put("kind", (to.equals(round) ? TransferKind.GAP_COVER : TransferKind.SHARE_ABSORPTION).name());
        chosen(body, form, "fromLineId");
        FormSender.amount(body, form, "amountAgorot");
        text(body, form, "why");
        var principles = body.putArray("principles");
        Arrays.stream(form.value("principles").split("[,\\s]+", -1))
                .filter(code -> !code.isEmpty())
                .forEach(principles::add);
        return body;
    }

    private static ObjectNode about(Board board, String field, Form form) {
        return ofYear(board).put(field, form.value(field));
    }

    private static ObjectNode ofYear(Board board) {
        return FormSender.body().put("yearId", board.yearId() == null ? "" : board.yearId().value());
    }

    /** Fills in what was chosen; nothing where nothing was. */
    public static void chosen(ObjectNode body, Form form, String field) {
        if (!form.value(field).isEmpty()) {
            body.put(field, form.value(field));
        }
    }

    private static ObjectNode text(ObjectNode body, Form form, String field) {
        chosen(body, form, field);
        return body;
    }

    /** How the money of a line is most likely meant to be spared. */
    private static CutKind kind(Line line, YearLines lines) {
        if (line.areaId() == null) {
            return CutKind.COMMON_LINE;
        }
        return lines.isOwn(line) ? CutKind.OWN_LINE : CutKind.OTHER_LINE;
    }

    /** A form to begin with: what the link says, and one's own line where there is but one. */
    public static Form fresh(String what, Map<String, String> given, YearLines lines) {
        var values = new LinkedHashMap<String, String>();
        var own = lines.own();
        if (own.size() == 1) {
            var line = own.getFirst().lineId().value();
            values.put(what.equals("offer") ? "fromLineId" : "lineId", line);
        }
        given.forEach((field, value) -> {
            if (!field.equals("key")) {
                values.put(field, value.strip());
            }
        });
        var chosen = values.get("lineId");
        lines.all()
                .stream()
                .filter(line -> line.lineId().value().equals(chosen))
                .forEach(line -> values.putIfAbsent("kind", kind(line, lines).name()));
        return Form.fresh(values);
    }
}
