// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget.board;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.query.budget.BudgetLines.Line;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.budget.OfferActions;
import orgmemory.query.budget.YearLines;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Choices.Question;
import orgmemory.query.screen.read.Names;

/** What may be chosen in the forms of a budget: years, lines, rounds, and the proposals and offers that wait. */
@Component
class BudgetChoices {

    private final BudgetDrafts drafts;
    private final Names names;
    private final Sentences sentences;

    BudgetChoices(BudgetDrafts drafts, Names names, Sentences sentences) {
        this.drafts = drafts;
        this.names = names;
        this.sentences = sentences;
    }

    @Bean
    Choices yearChoices() {
        return Choices.of(BudgetYearId.class, question -> drafts.known(question.draft())
                .filter(year -> year.fits(question.draft().command(), question.draft().page().reader()))
                .map(year -> new Choice(year.yearId().value(), name(year.yearId().subject(), question)))
                .toList());
    }

    @Bean
    Choices roundChoices() {
        return Choices.of(RoundId.class, question -> helped(question)
                ? drafts.round(question.draft())
                        .map(board -> List.of(new Choice(board.roundId().value(),
                                say("ask.to.gap", question,
                                        question.draft().page().fmt().shekels(board.gapAgorot())))))
                        .orElseGet(() -> rounds(question))
                : rounds(question));
    }

    private List<Choice> rounds(Question question) {
        return drafts.rounds(question.draft())
                .stream()
                .map(board -> new Choice(board.roundId().value(), name(board.roundId().subject(), question)))
                .toList();
    }

    /** The areas that a year has lines of and has not released yet. Of all else people know the areas. */
    @Bean
    Choices releasableAreas() {
        return Choices.of(AreaId.class, question -> question.of(ReleaseArea.class)
                ? drafts.known(question.draft())
                        .flatMap(year -> drafts.lines(year.yearId(), question.draft())
                                .areas()
                                .filter(area -> !year.released().contains(area)))
                        .distinct()
                        .map(area -> new Choice(area.value(), name(area.subject(), question)))
                        .toList()
                : List.of());
    }

    private static boolean helped(Question question) {
        return question.field().equals("to");
    }

    @Bean
    Choices lineChoices() {
        return Choices.of(LineId.class, question -> {
            var board = drafts.round(question.draft());
            if (board.isPresent() && helped(question)) {
                return helpable(question);
            }
            return drafts.known(question.draft())
                    .flatMap(year -> lines(open(year, question), name(year.yearId().subject(), question),
                            question))
                    .toList();
        });
    }

    /** Lines to which something may still come; an earlier record may have moved money on any. */
    private YearLines open(Year year, Question question) {
        var lines = drafts.lines(year.yearId(), question.draft());
        return question.of(RecordPastMovement.class) ? lines : lines.without(year.released());
    }

    /** Lines that carry more of a share than others have carried for them. */
    private List<Choice> helpable(Question question) {
        return drafts.round(question.draft()).stream().flatMap(board -> {
            var lines = drafts.lines(board, question.draft());
            return ShareCoverage.of(board)
                    .rows()
                    .stream()
                    .filter(row -> row.leftAgorot() > 0 && row.lineId() != null
                            && lines.find(row.lineId()).filter(line -> !lines.isOwn(line)).isPresent())
                    .map(row -> new Choice(String.valueOf(row.lineId()),
                            say("ask.to.share", question,
                                    name(new LineId(String.valueOf(row.lineId())).subject(), question),
                                    question.draft().page().fmt().shekels(row.leftAgorot())),
                            say("ask.to.shares", question)));
        }).toList();
    }

    private Stream<Choice> lines(YearLines lines, String year, Question question) {
        boolean oneYear = !question.draft().value("yearId").isEmpty();
        var own = lines.own()
                .stream()
                .map(line -> line(line, oneYear ? say("ask.lines.own", question) : year, question));
        if (ownOnly(question)) {
            return own;
        }
        return Stream.of(own,
                lines.common()
                        .stream()
                        .map(line -> line(line, oneYear ? say("ask.lines.common", question) : year,
                                question)),
                lines.others()
                        .stream()
                        .map(line -> line(line, oneYear ? say("ask.lines.others", question) : year,
                                question)))
                .flatMap(some -> some);
    }

    /** Whether it is for those who answer for a line, and the reader stands for nobody else. */
    private static boolean ownOnly(Question question) {
        var page = question.draft().page();
        return question.of(ReviseLineDraft.class)
                ? !page.may("BST")
                : question.field().equals("fromLineId") && !page.may("REC");
    }

    private Choice line(Line line, @Nullable String group, Question question) {
        return new Choice(line.lineId().value(), say("ask.line.option", question,
                name(line.lineId().subject(), question),
                question.draft().page().fmt().shekels(line.freeAgorot())),
                group);
    }

    @Bean
    Choices cutChoices() {
        return Choices.of(CutId.class, question -> drafts.rounds(question.draft()).stream().flatMap(board -> {
            var may = drafts.actions(board, question.draft());
            return board.proposals()
                    .stream()
                    .filter(cut -> question.of(AcceptBudgetCut.class)
                            ? may.may(AcceptBudgetCut.class, cut)
                            : cut.open() || question.of(LinkConsultation.class))
                    .map(cut -> new Choice(cut.cutId().value(), name(cut.cutId().subject(), question)));
        }).toList());
    }

    @Bean
    Choices transferChoices() {
        return Choices.of(TransferId.class, question -> Stream
                .concat(drafts.rounds(question.draft()).stream().flatMap(board -> board.offers().stream()),
                        drafts.gifts(question.draft()))
                .filter(offer -> OfferActions.fits(question.draft().command(), offer))
                .map(offer -> new Choice(offer.transferId().value(),
                        name(offer.transferId().subject(), question)))
                .toList());
    }

    private String name(Subject thing, Question question) {
        return names.in(question.draft().page().language()).of(thing);
    }

    private String say(String key, Question question, Object... arguments) {
        return sentences.say(key, List.of(arguments), question.draft().page().language());
    }
}
