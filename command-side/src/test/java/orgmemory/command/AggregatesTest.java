// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import static orgmemory.message.Capacity.BST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import orgmemory.journal.axon.AggregateSnapshots;
import orgmemory.message.Attestation;
import orgmemory.message.Catalogue;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionCommand;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpId;
import orgmemory.message.automation.FollowUpMessages.RecordRefusedFollowUp;
import orgmemory.message.automation.FollowUpMessages.SettleFollowUp;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.AmendBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.RejectBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetLineMessages.ReviseLineDraft;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.AcknowledgeFullView;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.AdjustRequiredCut;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.DeclineSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.ReverseSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import orgmemory.message.budget.TransferId;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupEndMessages.LapseGroup;
import orgmemory.message.group.GroupEndMessages.MergeGroups;
import orgmemory.message.group.GroupEndMessages.PauseGroup;
import orgmemory.message.group.GroupEndMessages.ResumeGroup;
import orgmemory.message.group.GroupEndMessages.TakeIntoGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.GroupSessionMessages.ProposeGroupAgendaItem;
import orgmemory.message.group.GroupSessionMessages.RecordGroupSession;
import orgmemory.message.group.GroupSessionMessages.RecordLearningOutput;
import orgmemory.message.group.GroupSessionMessages.SetLearningGoal;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.LeadTurnMessages.SkipLeadTurn;
import orgmemory.message.group.LeadTurnMessages.SwapLeadTurn;
import orgmemory.message.group.MembershipMessages.AdmitToGroup;
import orgmemory.message.group.MembershipMessages.EndGroupMembership;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.group.MembershipMessages.LeaveGroup;
import orgmemory.message.group.MembershipMessages.ObjectToJoining;
import orgmemory.message.group.MembershipMessages.WithdrawJoiningObjection;
import orgmemory.message.people.AccountMessages.AccountCommand;
import orgmemory.message.people.AccountMessages.InvitePerson;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.CloseArea;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.AreaMessages.OpenArea;
import orgmemory.message.people.AreaMessages.RenameArea;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.RegisterBody;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RevokeRole;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.InstituteMessages.RegisterInstitute;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.ManagerMessages.EndLeave;
import orgmemory.message.people.ManagerMessages.StartLeave;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import orgmemory.message.people.StageMessages.RecordStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command finds its aggregate through Axon, and every aggregate comes back from a snapshot as it was. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class AggregatesTest {

    private static final LocalDate DAY = LocalDate.of(2016, 9, 1);
    private static final BudgetYearId YEAR = new BudgetYearId("BY");
    private static final LineId LINE = new LineId("BY:L");
    private static final RoundId ROUND = new RoundId("CR");
    private static final PersonId PERSON = new PersonId("P");
    private static final PersonId OTHER = new PersonId("Q");
    private static final AreaId AREA = new AreaId("A");
    private static final ConsultationId ASKED = new ConsultationId("K1");

    private static final GroupId GROUP = new GroupId("LG-1");
    private static final GroupId OTHER_GROUP = new GroupId("LG-2");
    private static final GroupId THIRD_GROUP = new GroupId("LG-3");

    private static final List<Command> COMMANDS = List.of(
            new RegisterInstitute(new InstituteId("I"), "institute"),
            new RegisterPerson(PERSON, "person", null),
            new RegisterBody(new BodyId("B"), "body"),
            new AppointManager(PERSON, ManagerKind.PROJECT, DAY, 40),
            new RecordStage(DevelopmentStage.PROFESSIONAL_DEVELOPMENT, null, "begun"),
            new OpenArea(AREA, AreaType.PROJECT, "area"),
            new RecordRefusedFollowUp(new FollowUpId("F"), Subject.of("person", "P"), "WhenThen",
                    "RegisterPerson",
                    "person.exists", "כלל", "A rule"),
            new SettleFollowUp(new FollowUpId("F"), "seen to"),
            new RenameArea(AREA, "renamed", "שם חדש"),
            new AssignAccountableManager(AREA, PERSON, DAY),
            new GrantRole(PERSON, BST, null, null),
            new RegisterPerson(OTHER, "other", null),
            new AppointManager(OTHER, ManagerKind.PROJECT, DAY, 40),
            new HandOverAccountability(AREA, OTHER, null),
            new StartLeave(PERSON, DAY, DAY.plusDays(9)),
            new EndLeave(PERSON, DAY.plusDays(5)),
            new EndAppointment(PERSON, null),
            new RevokeRole(PERSON, BST, null, null),
            new OpenBudgetYear(YEAR, DAY, DAY.plusYears(1)),
            new RecordRevenueForecast(YEAR, 900, "ministry", null),
            new DraftBudgetLine(YEAR, LINE, AREA, "line", 1_000, null),
            new ReviseLineDraft(YEAR, LINE, 1_100, null, "line", "more pupils"),
            new PublishFullView(YEAR),
            new AcknowledgeFullView(YEAR),
            new RecordPastMovement(YEAR, new MovementId("M"), MovementKind.CUT, "movement", null,
                    List.of(new MovementLine("20", "line", -10, LINE))),
            new OpenCutRound(YEAR, ROUND, 500, "cause"),
            new AdjustRequiredCut(YEAR, ROUND, 500, "less income"),
            new SetIndicativeShares(YEAR, ROUND, List.of(new IndicativeShare(LINE, 500)), 0),
            new ProposeBudgetCut(YEAR, ROUND, new CutId("C1"), CutKind.OWN_LINE, LINE, 100, "why", "cost"),
            new ProposeBudgetCut(YEAR, ROUND, new CutId("C2"), CutKind.OWN_LINE, LINE, 100, "why", "cost"),
            new AmendBudgetCut(YEAR, new CutId("C2"), 90, "why not", "less cost"),
            new WithdrawBudgetCut(YEAR, new CutId("C2"), null),
            new ProposeBudgetCut(YEAR, ROUND, new CutId("C3"), CutKind.OWN_LINE, LINE, 100, "why", "cost"),
            new RejectBudgetCut(YEAR, new CutId("C3"), "not agreed"),
            new AcceptBudgetCut(YEAR, new CutId("C1"), "agreed"),
            new OfferSolidarityTransfer(YEAR, new TransferId("S"), TransferKind.GAP_COVER, 50, LINE,
                    ROUND.subject(), ROUND, "why", List.of()),
            new AcceptSolidarityTransfer(YEAR, new TransferId("S")),
            new ReverseSolidarityTransfer(YEAR, new TransferId("S"), 20, PERSON, "not needed"),
            new OfferSolidarityTransfer(YEAR, new TransferId("U"), TransferKind.GAP_COVER, 50, LINE,
                    ROUND.subject(), ROUND, "why", List.of()),
            new DeclineSolidarityTransfer(YEAR, new TransferId("U"), null),
            new ReleaseArea(YEAR, AREA, "done with it"),
            new CloseArea(AREA, "merged with another"),
            new OfferSolidarityTransfer(YEAR, new TransferId("T"), TransferKind.GAP_COVER, 50, LINE,
                    ROUND.subject(), ROUND, "why", List.of()),
            new WithdrawSolidarityOffer(YEAR, new TransferId("T"), null),
            new OpenConsultation(ASKED, ConsultationKind.ADVICE, "what?", DAY,
                    List.of(new Invitation(PERSON, true))),
            new InviteToConsultation(ASKED, OTHER, false),
            new GiveAdvice(ASKED, "less"),
            new CloseConsultation(ASKED, "much"),
            new RespondToAdvice(ASKED, AdviceId.of(ASKED, new PersonId("MEM")), AdviceAnswer.TAKEN, "true"),
            new LinkConsultation(ASKED, new CutId("C1").subject()),
            new RecordConsultation(new ConsultationId("K2"), DAY, ConsultationKind.PAIR, PERSON.subject(),
                    List.of(OTHER), "what?", "much"),
            new ProposeLearningGroup(GROUP, "teams", "many lead one", Rhythm.MONTHLY),
            new JoinLearningGroup(GROUP, "to learn", PERSON),
            new JoinLearningGroup(GROUP, "to learn", OTHER),
            new AgreeGroupCharter(GROUP, "listen", GroupMethod.CONSENT, LeadRotation.ROUND_ROBIN, 2,
                    Joining.OPEN),
            new ActivateGroup(GROUP),
            new EndGroupMembership(GROUP, PERSON, "no time"),
            new JoinLearningGroup(GROUP, "to learn", new PersonId("MEM")),
            new LeaveGroup(GROUP, null),
            new JoinLearningGroup(GROUP, "again", PERSON),
            new AgreeGroupCharter(GROUP, "listen", GroupMethod.CONSENT, LeadRotation.ROUND_ROBIN, 2,
                    Joining.BY_CONSENT),
            new JoinLearningGroup(GROUP, "to learn", null),
            new ObjectToJoining(GROUP, new PersonId("MEM"), "why"),
            new WithdrawJoiningObjection(GROUP, new PersonId("MEM")),
            new AdmitToGroup(GROUP, new PersonId("MEM")),
            new LapseGroup(GROUP),
            new RotateLead(GROUP, OTHER, null),
            new SwapLeadTurn(GROUP, OTHER, PERSON, "travels"),
            new SkipLeadTurn(GROUP, PERSON, "no time"),
            new SetLearningGoal(GROUP, "to listen"),
            new ProposeGroupAgendaItem(GROUP, "hard talks"),
            new RecordGroupSession(GROUP, List.of(PERSON), "talked", "much"),
            new RecordLearningOutput(GROUP, "a page"),
            new PauseGroup(GROUP, "summer"),
            new ResumeGroup(GROUP),
            new ConcludeGroup(GROUP, "learned", "more"),
            new ProposeLearningGroup(OTHER_GROUP, "talks", "many are hard", Rhythm.MONTHLY),
            new TakeIntoGroup(OTHER_GROUP, OTHER, "to learn"),
            new ProposeLearningGroup(THIRD_GROUP, "time", "nobody has any", Rhythm.MONTHLY),
            new MergeGroups(OTHER_GROUP, THIRD_GROUP, "alike"));

    private CommandSide commandSide;

    @BeforeAll
    void tell() {
        commandSide = new CommandSide();
        COMMANDS.forEach(command -> commandSide.imports(DAY, command));
        commandSide.sends(World.TODAY, Attestation.SELF, new InvitePerson(new PersonId("P"), new UUID(1, 2)));
    }

    @AfterAll
    void close() {
        commandSide.close();
    }

    @Test
    void every_command_is_told_here() {
        assertThat(COMMANDS).extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsAll(Catalogue.commands()
                        .filter(command -> !CorrectionCommand.class.isAssignableFrom(command))
                        // Those of access are not imported.
                        .filter(command -> !AccountCommand.class.isAssignableFrom(command))
                        .map(Class::getSimpleName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"institute/I", "person/P", "body/B", "manager/P", "area/A", "access-grant/P",
            "account/P", "budget-year/BY", "follow-up/F", "consultation/K1", "consultation/K2",
            "group/LG-1", "group/LG-2", "forum/forum"})
    void an_aggregate_reads_back_from_a_snapshot_as_it_was(String stream) {
        var state = commandSide.state(Subject.of(stream));

        var read = AggregateSnapshots.read(AggregateSnapshots.write(state), state.getClass());

        assertThat(read).usingRecursiveComparison().isEqualTo(state);
        var unborn = CommandSide.DECIDERS.ofState(state).decider().initial();
        assertThat(read).usingRecursiveComparison().isNotEqualTo(unborn);
    }
}
