// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.command.World.TODAY;
import static orgmemory.message.Attestation.IMPORTED;
import static orgmemory.message.Attestation.RECORDED_IN_MEETING;
import static orgmemory.message.Attestation.REPORTED;
import static orgmemory.message.Attestation.SELF;
import static orgmemory.message.Capacity.BST;
import static orgmemory.message.Capacity.MEM;
import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.MM;
import static orgmemory.message.Capacity.OWN;
import static orgmemory.message.Capacity.PAR;
import static orgmemory.message.Capacity.REC;
import static orgmemory.message.Capacity.SYS;
import static orgmemory.message.Rejected.Kind.NOT_ALLOWED;
import static orgmemory.message.Rejected.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Capacities.Issue;
import orgmemory.message.Attestation;
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
import orgmemory.message.Visibility;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.StageMessages.StageRecorded;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
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
            .person("REC")
            .person("BST")
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
    void partners_act_from_the_third_stage_on() {
        world.on("2016-09-01").person("X").role("X", PAR);
        Refused.with(NOT_ALLOWED, "capacity.stage-to-come", () -> of("X", null, OpenConsultation.class));
        Refused.with(NOT_ALLOWED, "capacity.stage-to-come", () -> of("X", PAR, OpenConsultation.class));
        Refused.with(NOT_ALLOWED, "capacity.stage-to-come", () -> of("X", null, ProposeLearningGroup.class));
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> of("X", null, ProposeBudgetCut.class));
        assertThat(of("D4", null, ProposeLearningGroup.class)).isEqualTo(MGR);
        assertThat(capacities.held(new PersonId("X"), DAY)).isEmpty();

        world.happened(new StageRecorded(DevelopmentStage.LEARNING_AND_INFLUENCING, null));
        Refused.with(NOT_ALLOWED, "capacity.stage-to-come", () -> of("X", null, OpenConsultation.class));
        world.on(DAY.plusDays(1).toString())
                .happened(new StageRecorded(DevelopmentStage.SELF_MANAGED_GROUPS, null));
        // It happened the day before.
        Refused.with(NOT_ALLOWED, "capacity.stage-to-come", () -> of("X", null, OpenConsultation.class));
        assertThat(capacities.of(told("X", OpenConsultation.class, world.day()), TODAY)).isEqualTo(PAR);
        assertThat(capacities.of(told("X", ProposeLearningGroup.class, world.day()), TODAY)).isEqualTo(PAR);
        assertThat(capacities.held(new PersonId("X"), world.day())).containsExactly(PAR);
        Refused.with(NOT_ALLOWED, "visibility.not-yours", () -> capacities.maySee(Visibility.of("FORUM"),
                Subject.of("person", "X"), TODAY));
    }

    @Test
    void they_are_held_today_and_on_the_day_it_happened() {
        Refused.with(NOT_ALLOWED, "capacity.none-held",
                () -> capacities.of(told("D4", ProposeBudgetCut.class, LocalDate.of(2016, 8, 31)), TODAY));
        world.on("2016-10-01")
                .happened(new RoleGranted(new PersonId("D4"), REC, world.day(), LocalDate.of(2016, 12, 2)));

        assertThat(capacities.of(told("D4", AcceptBudgetCut.class, DAY), LocalDate.of(2016, 12, 2)))
                .isEqualTo(REC);
        Refused.with(NOT_ALLOWED, "capacity.none-held",
                () -> capacities.of(told("D4", AcceptBudgetCut.class, DAY), LocalDate.of(2016, 12, 3)));
        Refused.with(NOT_ALLOWED, "capacity.not-held", () -> of("D4", REC, AcceptBudgetCut.class));
    }

    @Test
    void nothing_has_happened_on_a_day_to_come() {
        Refused.with("occurred-on.future",
                () -> capacities.of(told("D4", ProposeBudgetCut.class, TODAY.plusDays(1)), TODAY));
    }

    @Test
    void only_a_keeper_of_today_imports_and_for_any_day() {
        assertThat(capacities.of(imported("MEM", null, null, LocalDate.of(2011, 1, 1)), TODAY))
                .isEqualTo(MEM);
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed",
                () -> capacities.of(imported("D4", null, null, DAY), TODAY));
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed",
                () -> capacities.of(imported("MEM", MGR, null, DAY), TODAY));
    }

    @Test
    void only_a_keeper_of_today_corrects() {
        assertThat(of("MEM", null, AnnulRecord.class)).isEqualTo(MEM);
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> of("REC", null, AnnulRecord.class));
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed", () -> capacities
                .of(told("MEM", AnnulRecord.class, DAY), LocalDate.of(2016, 11, 30)));
    }

    @Test
    void the_service_is_never_played_by_a_person() {
        var service = new Issue(Capacities.SERVICE, null, GrantRole.class, DAY, SELF, null);
        var body = new Issue(new Subject("body", "min"), null, GrantRole.class, DAY, SELF, null);

        assertThat(capacities.of(service, TODAY)).isEqualTo(SYS);
        Refused.with(NOT_ALLOWED, "capacity.not-held", () -> of("MEM", SYS, GrantRole.class));
        Refused.with(NOT_ALLOWED, "capacity.none-held", () -> capacities.of(body, TODAY));
    }

    @Test
    void a_recorder_speaks_for_people_and_bodies_of_what_is_said() {
        assertThat(spoken("REC", "person/D4", ProposeBudgetCut.class, REPORTED)).isEqualTo(REC);
        assertThat(spoken("REC", "body/min", ProposeBudgetCut.class, RECORDED_IN_MEETING)).isEqualTo(REC);

        for (var other : List.of("D4", "MEM", "BST")) {
            Refused.with(NOT_ALLOWED, "on-behalf-of.recorder-needed",
                    () -> spoken(other, "person/BOTH", ProposeBudgetCut.class, REPORTED));
        }
        Refused.with(NOT_ALLOWED, "on-behalf-of.not-spoken",
                () -> spoken("REC", "person/D4", DraftBudgetLine.class, REPORTED));
        Refused.with(NOT_ALLOWED, "on-behalf-of.not-held",
                () -> spoken("REC", "person/BST", ProposeBudgetCut.class, REPORTED));
        Refused.with("on-behalf-of.self", () -> spoken("REC", "person/D4", ProposeBudgetCut.class, SELF));
        Refused.with("on-behalf-of.oneself",
                () -> spoken("REC", "person/REC", ProposeBudgetCut.class, REPORTED));
    }

    @Test
    void a_keeper_imports_on_behalf_of_bodies_only() {
        assertThat(capacities.of(imported("MEM", null, "body/min", DAY), TODAY)).isEqualTo(MEM);
        Refused.with(NOT_ALLOWED, "on-behalf-of.imported",
                () -> capacities.of(imported("MEM", null, "person/D4", DAY), TODAY));
        Refused.with(NOT_ALLOWED, "capacity.keeper-needed",
                () -> capacities.of(imported("REC", null, "body/min", DAY), TODAY));
    }

    @Test
    void something_is_recorded_on_behalf_of_whom_the_memory_knows() {
        Refused.with(UNKNOWN, "body.unknown",
                () -> spoken("REC", "body/x", ProposeBudgetCut.class, REPORTED));
        Refused.with("on-behalf-of.type", () -> spoken("REC", "area/D4", ProposeBudgetCut.class, REPORTED));
    }

    private Capacity of(String person, @Nullable Capacity requested, Class<? extends Command> command) {
        return capacities.of(new Issue(person(person), requested, command, DAY, SELF, null), TODAY);
    }

    private Capacity spoken(String actor, String speaker, Class<? extends Command> command,
            Attestation word) {
        return capacities.of(new Issue(person(actor), null, command, DAY, word, Subject.of(speaker)), TODAY);
    }

    private static Issue told(String person, Class<? extends Command> command, LocalDate day) {
        return new Issue(person(person), null, command, day, SELF, null);
    }

    private static Issue imported(String person, @Nullable Capacity requested, @Nullable String speaker,
            LocalDate day) {
        return new Issue(person(person), requested, ProposeBudgetCut.class, day, IMPORTED,
                speaker == null ? null : Subject.of(speaker));
    }

    private static Subject person(String id) {
        return Subject.of("person", id);
    }
}
