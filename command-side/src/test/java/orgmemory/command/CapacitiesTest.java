// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.AnnulRecord;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.PersonId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CapacitiesTest {

    private static final LocalDate DAY = LocalDate.of(2016, 11, 3);

    private final World world = new World().on("2016-09-01")
            .accountable("D4")
            .role("REC", REC)
            .role("BOTH", MM)
            .manager("BOTH")
            .role("BST", BST)
            .on("2016-12-01")
            .role("MEM", MEM)
            .body("min");
    private final Capacities capacities = new Capacities(world.register());

    @Test
    void the_first_one_held_is_used_where_none_is_asked_for() {
        assertThat(of("D4", null, ProposeBudgetCut.class)).isEqualTo(MGR);
        assertThat(of("BOTH", null, ProposeBudgetCut.class)).isEqualTo(MGR);
        assertThat(of("D4", null, DraftBudgetLine.class)).isEqualTo(OWN);
        assertThat(of("BST", null, DraftBudgetLine.class)).isEqualTo(BST);
        assertThat(of("REC", null, AcceptBudgetCut.class)).isEqualTo(REC);
    }

    @Test
    void the_one_that_is_asked_for_is_used_where_it_is_held() {
        assertThat(of("BOTH", MM, ProposeBudgetCut.class)).isEqualTo(MM);
        Refused.with(NOT_ALLOWED, "capacity.not-held", () -> of("D4", MM, ProposeBudgetCut.class));
    }

    @Test
    void only_those_of_the_command_may_issue_it() {
        Refused.with(NOT_ALLOWED, "capacity.may-not-issue", () -> of("REC", REC, ProposeBudgetCut.class));
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> of("REC", null, ProposeBudgetCut.class));
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> of("BOTH", null, DraftBudgetLine.class));
    }

    @Test
    void they_are_held_on_the_day_it_happened() {
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> capacities.of(person("D4"), null,
                ProposeBudgetCut.class, LocalDate.of(2016, 8, 31), World.TODAY, false));
        world.on("2016-10-01")
                .happened(new RoleGranted(PersonId.of("D4"), REC, LocalDate.of(2016, 10, 1),
                        LocalDate.of(2016, 11, 2)));
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> of("D4", null, AcceptBudgetCut.class));
    }

    @Test
    void nothing_has_happened_on_a_day_to_come() {
        Refused.with("occurred-on.future", () -> capacities.of(person("D4"), null, ProposeBudgetCut.class,
                World.TODAY.plusDays(1), World.TODAY, false));
    }

    @Test
    void only_a_keeper_of_today_imports_and_for_any_day() {
        assertThat(capacities.of(person("MEM"), null, ProposeBudgetCut.class, LocalDate.of(2011, 1, 1),
                World.TODAY, true)).isEqualTo(MEM);
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> capacities.of(person("D4"), null,
                ProposeBudgetCut.class, DAY, World.TODAY, true));
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> capacities.of(person("MEM"), MGR,
                ProposeBudgetCut.class, DAY, World.TODAY, true));
    }

    @Test
    void only_a_keeper_of_today_corrects() {
        assertThat(of("MEM", null, AnnulRecord.class)).isEqualTo(MEM);
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> of("REC", null, AnnulRecord.class));
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> capacities.of(person("MEM"), MEM,
                AnnulRecord.class, DAY, LocalDate.of(2016, 11, 30), false));
    }

    @Test
    void the_service_is_never_played_by_a_person() {
        assertThat(capacities.of(Capacities.SERVICE, null, GrantRole.class, DAY, World.TODAY, false))
                .isEqualTo(SYS);
        Refused.with(NOT_ALLOWED, "capacity.not-held", () -> of("MEM", SYS, GrantRole.class));
        Refused.with(NOT_ALLOWED, "capacity.none-held",
                () -> capacities.of(new Subject("body", "min"), null, GrantRole.class, DAY, World.TODAY,
                        false));
    }

    @Test
    void something_is_recorded_on_behalf_of_whom_the_memory_knows() {
        assertThatCode(() -> {
            capacities.knowsOnBehalfOf(new Subject("body", "min"));
            capacities.knowsOnBehalfOf(person("D4"));
        }).doesNotThrowAnyException();
        Refused.with(UNKNOWN, "body.unknown", () -> capacities.knowsOnBehalfOf(new Subject("body", "x")));
        Refused.with("on-behalf-of.type", () -> capacities.knowsOnBehalfOf(new Subject("area", "D4")));
    }

    private Capacity of(String person, @Nullable Capacity requested, Class<? extends Command> command) {
        return capacities.of(person(person), requested, command, DAY, World.TODAY, false);
    }

    private static Subject person(String id) {
        return Subject.of("person", id);
    }
}
