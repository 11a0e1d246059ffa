// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.Page;
import org.springframework.stereotype.Component;

/** What people wrote about the proposals and offers of a round or line. States hold no long texts: the facts do. */
@Component
public class AuthoredTexts {

    private static final int A_PAGE = 1_000;

    private final FactReads reads;

    AuthoredTexts(FactReads reads) {
        this.reads = reads;
    }

    /**
     * The words about one thing; null where nothing was said.
     *
     * @param askedBy     who proposed, offered or opened it: who spoke
     * @param recordedBy  who recorded it for them, where somebody did
     * @param why         why they did
     * @param consequence what it will cost those concerned
     * @param answer      what was said to it last
     */
    public record Words(@Nullable Subject askedBy, @Nullable Subject recordedBy, @Nullable String why,
            @Nullable String consequence, @Nullable String answer) {

        private static final Words NONE = new Words(null, null, null, null, null);

        private Words by(Fact fact, @Nullable String newWhy, @Nullable String newConsequence) {
            return new Words(fact.envelope().speaker(), fact.envelope().recorder(), newWhy, newConsequence,
                    answer);
        }

        /** What was amended on an earlier day, by its record, stays so. */
        private Words proposed(Fact fact, String newWhy, String newConsequence) {
            return why == null ? by(fact, newWhy, newConsequence) : by(fact, why, consequence);
        }

        private Words amended(String newWhy, String newConsequence) {
            return new Words(askedBy, recordedBy, newWhy, newConsequence, answer);
        }

        private Words answered(@Nullable String newAnswer) {
            return newAnswer == null
                    ? this
                    : new Words(askedBy, recordedBy, why, consequence, newAnswer);
        }
    }

    /** The words about everything that some facts are about, by subject. */
    public record Texts(Map<String, Words> bySubject) {

        public Words of(Subject subject) {
            return bySubject.getOrDefault(subject.toString(), Words.NONE);
        }
    }

    /** The facts of something as they stood at the moment of the page, in their places. */
    public List<Fact> facts(Subject subject, Page page) {
        var facts = new ArrayList<Fact>();
        Long before = null;
        do {
            var some = reads.of(subject, page.point(), before, A_PAGE);
            some.facts()
                    .stream()
                    .filter(fact -> !fact.annulled())
                    .map(StandingFact::standing)
                    .forEach(facts::add);
            before = some.earlier();
        } while (before != null);
        facts.sort(comparing(Fact::day).thenComparingLong(Fact::position));
        return facts;
    }

    /** The words that these facts hold, the later ones counting. */
    public static Texts texts(List<Fact> facts) {
        var words = new LinkedHashMap<String, Words>();
        facts.forEach(fact -> words.merge(fact.event().entity().toString(), said(Words.NONE, fact),
                (known, _) -> said(known, fact)));
        return new Texts(words);
    }

    private static Words said(Words known, Fact fact) {
        return switch (fact.event()) {
            case CutRoundOpened opened -> known.by(fact, opened.cause(), null);
            case BudgetLineEvent line -> known.by(fact, line.reason(), null);
            case PastMovementRecorded movement -> known.by(fact, movement.title(), null);
            case BudgetCutProposed cut -> known.proposed(fact, cut.reason(), cut.expectedConsequence());
            case BudgetCutAmended cut -> known.amended(cut.reason(), cut.expectedConsequence());
            case BudgetCutEvent answer -> known.answered(answer.reason());
            case SolidarityTransferOffered offer -> known.by(fact, offer.why(), null);
            case SolidarityTransferEvent answer -> known.answered(answer.reason());
            default -> known;
        };
    }
}
