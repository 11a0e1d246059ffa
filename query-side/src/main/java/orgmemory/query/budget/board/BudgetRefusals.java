// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import orgmemory.message.Subject;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.TransferId;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.form.Refusals;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** Which field each rule of a budget is about, and what lines, proposals and offers are called in its sentence. */
@Component
public class BudgetRefusals {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            entry("cut.not-own-line", "kind"),
            entry("cut.not-other-line", "kind"),
            entry("cut.not-common-line", "kind"),
            entry("cut.exceeds-free-amount", "amountAgorot"),
            entry("line.unknown", "lineId"),
            entry("transfer.exceeds-free-amount", "amountAgorot"),
            entry("transfer.exceeds-share", "amountAgorot"),
            entry("transfer.not-own-source", "fromLineId"),
            entry("transfer.to-oneself", "to"),
            entry("transfer.target-does-not-fit", "to"));

    private final Names names;

    BudgetRefusals(Names names) {
        this.names = names;
    }

    /** The rules of budgets as they are told in a language. */
    public Refusals in(Locale language) {
        return new Refusals(FIELDS, argument -> named(argument, language));
    }

    private Object named(Object argument, Locale language) {
        return switch (argument) {
            case LineId line -> name(line.subject(), language);
            case CutId cut -> name(cut.subject(), language);
            case TransferId transfer -> name(transfer.subject(), language);
            default -> argument;
        };
    }

    private String name(Subject subject, Locale language) {
        return Fmt.apart(names.in(language).of(subject));
    }
}
