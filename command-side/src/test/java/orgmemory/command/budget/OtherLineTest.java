// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static orgmemory.command.budget.BudgetFacts.YEAR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OTHER_LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.command.Refused;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.CutId;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityHandedOver;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A cut of somebody else's line is accepted once a consultation with them, which is over, is linked to it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherLineTest {

    private static final String CODE = "cut.other-line-needs-consultation";
    private static final CutId CUT = new CutId("C1");
    private static final ConsultationId ASKED = new ConsultationId("C-07");

    private final BudgetFacts facts = BudgetFacts.round();

    @BeforeEach
    void propose() {
        facts.proposed("C1", OTHER_LINE, "D4", 100).on("2016-11-10");
    }

    @Test
    void is_not_cut_before_its_owner_was_consulted() {
        Refused.with(CODE, this::accept);

        closed(List.of(new PersonId("D4")), List.of());
        Refused.with(CODE, this::accept);

        linked();
        assertThat(accept().cutId()).isEqualTo(CUT);
    }

    @Test
    void is_not_cut_because_somebody_else_was_consulted() {
        closed(List.of(new PersonId("D1")), List.of()).linked();

        Refused.with(CODE, this::accept);
    }

    @Test
    void is_cut_though_its_owner_was_silent_if_they_were_waited_for() {
        closed(List.of(), List.of(new Invitation(new PersonId("D4"), true))).linked();

        assertThat(accept()).isNotNull();
    }

    @Test
    void is_not_cut_while_its_owner_was_silent_without_being_waited_for() {
        closed(List.of(), List.of(new Invitation(new PersonId("D4"), false))).linked();

        Refused.with(CODE, this::accept);
    }

    @Test
    void is_not_cut_on_a_day_before_the_link() {
        closed(List.of(new PersonId("D4")), List.of());
        facts.on("2016-11-12");
        linked();

        Refused.with(CODE, () -> {
            facts.on("2016-11-11");
            accept();
        });
        facts.on("2016-11-12");
        assertThat(accept()).isNotNull();
    }

    @Test
    void is_not_cut_after_it_went_to_somebody_who_was_not_consulted() {
        closed(List.of(new PersonId("D4")), List.of()).linked();
        facts.on("2016-11-20")
                .happened(new AccountabilityHandedOver(new AreaId("D4"), new PersonId("D4"),
                        new PersonId("P8"), facts.world.day()));

        Refused.with(CODE, this::accept);
    }

    @Test
    void is_cut_as_imported_without() {
        assertThat(BudgetCut.accept(facts.year(), new AcceptBudgetCut(YEAR, CUT, "x"), facts.importing()))
                .isNotNull();
    }

    private OtherLineTest closed(List<PersonId> heard, List<Invitation> silent) {
        facts.happened(new ConsultationClosed(ASKED, "Much was said.", heard, silent));
        return this;
    }

    private void linked() {
        facts.happened(new ConsultationLinked(ASKED, CUT.subject()));
    }

    private BudgetCutAccepted accept() {
        return BudgetCut.accept(facts.year(), new AcceptBudgetCut(YEAR, CUT, "agreed"),
                facts.who("REC", REC));
    }
}
