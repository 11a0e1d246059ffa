// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import orgmemory.message.Command;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutCommand;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.CutId;
import orgmemory.query.budget.AuthoredTexts.Words;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.Proposal;
import orgmemory.query.budget.Ways;
import orgmemory.query.budget.YearLines;
import orgmemory.query.budget.board.BudgetDrafts.Beside;
import orgmemory.query.budget.board.BudgetDrafts.Found;
import orgmemory.query.budget.board.BudgetDrafts.Preview;
import orgmemory.query.screen.form.Draft;
import orgmemory.query.screen.form.Form;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.form.SpecialForm;

/** What the forms of proposals show beside their fields: what would be, and what a proposal says. */
@Component
class CutForms implements SpecialForm {

    private static final String ABOUT = "budget/forms :: about-cut";

    private final BudgetDrafts drafts;

    CutForms(BudgetDrafts drafts) {
        this.drafts = drafts;
    }

    /** What a proposal says, and what the gap would be if it were accepted. */
    record About(Proposal cut, Words words, @Nullable Long gapAgorot) {
    }

    @Override
    public Set<Class<? extends Command>> commands() {
        return Ways.all(BudgetCutCommand.class);
    }

    @Override
    public boolean offered(Draft draft) {
        if (draft.of(ProposeBudgetCut.class)) {
            return drafts.round(draft).map(board -> !drafts.lines(board, draft).all().isEmpty()).orElse(true);
        }
        return draft.value("cutId").isEmpty() || drafts.cut(draft)
                .filter(found -> drafts.actions(found.board(), draft).may(draft.command(), found.it()))
                .isPresent();
    }

    @Override
    public Map<String, String> begin(Draft draft) {
        if (draft.of(AmendBudgetCut.class)) {
            return drafts.cut(draft).map(found -> asItStands(found.it(), draft)).orElseGet(Map::of);
        }
        var begun = new LinkedHashMap<String, String>();
        if (draft.of(ProposeBudgetCut.class)) {
            drafts.round(draft).map(board -> drafts.lines(board, draft)).ifPresent(lines -> {
                if (lines.own().size() == 1) {
                    begun.put("lineId", lines.own().getFirst().lineId().value());
                }
                var chosen = draft.value("lineId").isEmpty()
                        ? begun.getOrDefault("lineId", "")
                        : draft.value("lineId");
                lines.all()
                        .stream()
                        .filter(line -> line.lineId().value().equals(chosen))
                        .forEach(line -> begun.put("kind", kind(line, lines).name()));
            });
        }
        return begun;
    }

    private Map<String, String> asItStands(Proposal cut, Draft draft) {
        var words = drafts.words(cut.cutId().subject(), draft);
        return Map.of("amountAgorot", Shekels.typed(cut.amountAgorot()), "reason",
                Objects.requireNonNullElse(words.why(), ""), "expectedConsequence",
                Objects.requireNonNullElse(words.consequence(), ""));
    }

    /** How the money of a line is most likely meant to be spared. */
    private static CutKind kind(Line line, YearLines lines) {
        if (line.areaId() == null) {
            return CutKind.COMMON_LINE;
        }
        return lines.isOwn(line) ? CutKind.OWN_LINE : CutKind.OTHER_LINE;
    }

    @Override
    public void complete(Draft draft, ObjectNode body) {
        boolean ofProposer = draft.of(AmendBudgetCut.class) || draft.of(WithdrawBudgetCut.class);
        if (ofProposer && !draft.value("cutId").isEmpty()) {
            drafts.asRecorder(new CutId(draft.value("cutId")).subject(), draft, body);
        }
    }

    @Override
    public Optional<Addition> addition(Draft draft) {
        if (draft.of(ProposeBudgetCut.class)) {
            var would = drafts.would(drafts.round(draft).orElse(null), draft.whole(), "lineId", draft);
            return Optional.of(new Addition(null, Preview.FRAGMENT,
                    Set.of("roundId", "lineId", "kind", "amountAgorot"), new Beside(null, would)));
        }
        var cut = drafts.cut(draft);
        if (draft.of(AmendBudgetCut.class)) {
            return Optional.of(new Addition(cut.isPresent() ? ABOUT : null, Preview.FRAGMENT,
                    Set.of("cutId", "amountAgorot"),
                    new Beside(cut.map(found -> about(found, draft)).orElse(null), amended(cut, draft))));
        }
        return cut.map(found -> new Addition(ABOUT, null, Set.of(), new Beside(about(found, draft), null)));
    }

    private About about(Found<Proposal> found, Draft draft) {
        var cut = found.it();
        return new About(cut, drafts.words(cut.cutId().subject(), draft),
                draft.of(AcceptBudgetCut.class)
                        ? Amounts.minus(found.board().gapAgorot(), cut.amountAgorot())
                        : null);
    }

    /** What is typed is of the proposal's line, and of its kind. */
    private Preview amended(Optional<Found<Proposal>> cut, Draft draft) {
        var typed = new HashMap<>(draft.whole().typed());
        cut.map(Found::it).ifPresent(proposal -> {
            typed.put("lineId", proposal.lineId().value());
            typed.put("kind", String.valueOf(proposal.kind()));
        });
        return drafts.would(cut.map(Found::board).orElse(null), Form.sent(typed), "lineId", draft);
    }
}
