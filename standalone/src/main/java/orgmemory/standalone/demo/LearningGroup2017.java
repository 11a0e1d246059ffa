// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import static orgmemory.message.consultation.AdviceMessages.AdviceAnswer.PARTLY;
import static orgmemory.message.consultation.AdviceMessages.AdviceAnswer.TAKEN;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.group.GroupEndMessages.ConcludeGroup;
import orgmemory.message.group.GroupId;
import orgmemory.message.group.GroupMessages.ActivateGroup;
import orgmemory.message.group.GroupMessages.AgreeGroupCharter;
import orgmemory.message.group.GroupMessages.GroupMethod;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.group.GroupMessages.ProposeLearningGroup;
import orgmemory.message.group.GroupMessages.Rhythm;
import orgmemory.message.group.GroupSessionMessages.RecordGroupSession;
import orgmemory.message.group.GroupSessionMessages.RecordLearningOutput;
import orgmemory.message.group.GroupSessionMessages.SetLearningGoal;
import orgmemory.message.group.LeadTurnMessages.RotateLead;
import orgmemory.message.group.LeadTurnMessages.SwapLeadTurn;
import orgmemory.message.group.MembershipMessages.JoinLearningGroup;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.RegisterPerson;
import org.jspecify.annotations.Nullable;

/** How some of them learned together to lead a team, from January to June 2017, while one of them left the institute. */
final class LearningGroup2017 {

    static final GroupId GROUP = new GroupId("LG-1");

    private static final ConsultationId BEFORE_IT = new ConsultationId("C-08");
    private static final AreaId INCUBATOR = new AreaId("P6");

    private final Story story;

    private LearningGroup2017(Story story) {
        this.story = story;
    }

    static void tell(Story story) {
        story.about(GROUP.subject());
        var group = new LearningGroup2017(story);
        group.isAskedAbout();
        group.forms();
        group.learns();
        group.losesAMember();
        group.endsInJune();
    }

    private void isAskedAbout() {
        day(1, 9);
        story.by("D3", new OpenConsultation(BEFORE_IT, ConsultationKind.EXPERT,
                "לכולנו אין עם מי לדבר על הובלת צוות. שווה לנסות קבוצה שלומדת את זה יחד, בלי מנחה מבחוץ?",
                date(1, 16), List.of(asked("P1"), asked("P5"), asked("D6"))));
        day(1, 11);
        story.by("P1", new GiveAdvice(BEFORE_IT,
                "שווה. רק שכל אחד יביא מקרה משלו, ושההובלה תעבור מיד ליד."));
        day(1, 15);
        story.by("P5", new GiveAdvice(BEFORE_IT, "כן, אם זה פעם בחודש ונגמר ביוני."));
        day(1, 17);
        story.by("D3", new CloseConsultation(BEFORE_IT,
                "כן, פעם בחודש, עם סוף ידוע מראש ועם הובלה מתחלפת."));
        answers("P1", TAKEN, "ההובלה תעבור כל חודשיים.");
        answers("P5", PARTLY, "פעם בחודש עד יוני; אם יהיה על מה, נחליט אז אם להמשיך.");
    }

    private void forms() {
        day(1, 18);
        story.by("D3", new ProposeLearningGroup(GROUP, "להוביל צוות",
                "כל מי שמנהל כאן מוביל צוות, ואף אחד לא למד את זה.", Rhythm.MONTHLY));
        story.by("D3", new LinkConsultation(BEFORE_IT, GROUP.subject()));
        joins("D3", "לשמוע איך אחרים מתמודדים עם צוות שמתחלף כל שנה.");
        joins("P1", "יש לי ניסיון עם מנהלים, ופחות עם צוות משלי.");
        day(1, 19);
        joins("P5", "הצוות שלי הוא של מתנדבים.");
        joins("P6", "לאסוף את מה שלמדתי, ולהעביר הלאה.");
        day(1, 25);
        story.by("D3", new AgreeGroupCharter(GROUP,
                "מה שנאמר בקבוצה נשאר בה. בכל מפגש מקרה אחד, של מי שמציע אותו. מי שמוביל את התור מכין את המפגש.",
                GroupMethod.CONSENT, LeadRotation.ROUND_ROBIN, 2, Joining.BY_CONSENT));
        story.by("D3", new ActivateGroup(GROUP));
        story.by("D3", new SetLearningGoal(GROUP, "לדעת לפתוח שיחה קשה עם מישהו מהצוות, ולסיים אותה יחד."));
        leads("D3");
    }

    /** One more becomes a member because nobody objects; two change places in the order of leading. */
    private void learns() {
        day(2, 1);
        joins("D6", "שתקתי כששאלתם אותי, ומאז אני חושב על זה.");
        day(2, 8);
        meets("D3", List.of("D3", "P1", "P5", "P6"), "מקרה של יעל: שיחה שנדחתה שלוש פעמים.",
                "דוחים כי אין משפט פותח. כתבנו שלושה.");
        day(3, 8);
        meets("D3", List.of("D3", "P1", "P6", "D6"), "מקרה של איתן: צוות קטן ששניים ממנו לא מדברים.", null);
        day(3, 22);
        story.by("P1", new SwapLeadTurn(GROUP, new PersonId("P1"), new PersonId("P5"),
                "אני בנסיעות עד אחרי החג; גיל מתחיל ואני אחריו."));
        day(3, 26);
        leads("P5");
    }

    /** Whoever manages no more leaves the group without anybody having to think of it. */
    private void losesAMember() {
        day(3, 30);
        story.by("MM1", new HandOverAccountability(INCUBATOR, new PersonId("I1"), date(4, 1)));
        day(4, 2);
        story.late(date(4, 1), "MM1", new EndAppointment(new PersonId("P6"), null));
        day(4, 16);
        var next = new PersonId("P6b");
        story.by("MEM", new RegisterPerson(next, "עידו כרמי", "Ido Carmi"));
        story.by("MM1", new AppointManager(next, ManagerKind.PROJECT, date(4, 16), 35));
        story.by("MM1", new HandOverAccountability(INCUBATOR, next, date(4, 16)));
    }

    private void endsInJune() {
        day(5, 10);
        meets("P5", List.of("D3", "P1", "P5", "D6"), "מקרה של גיל: מתנדבת ותיקה שמובילה בלי שביקשו ממנה.",
                "קודם להודות, אחר כך להסכים על תפקיד.");
        day(5, 28);
        leads("P1");
        day(6, 7);
        meets("P1", List.of("D3", "P1", "D6"), "מה למדנו, ומה נשאר פתוח.", null);
        day(6, 21);
        story.by("P1", new RecordLearningOutput(GROUP, "שלושה משפטים שפותחים שיחה קשה, דף אחד לכל הצוותים."));
        day(6, 28);
        story.by("P1", new ConcludeGroup(GROUP, "חמישה חודשים, ארבעה מפגשים, שלושה תורי הובלה.",
                "לספר לפורום בספטמבר, ולשאול אם להמשיך בקבוצה חדשה."));
    }

    private void leads(String person) {
        story.by(person, new RotateLead(GROUP, new PersonId(person), null));
    }

    private void meets(String recorder, List<String> attendance, String contents, @Nullable String insights) {
        story.by(recorder, new RecordGroupSession(GROUP, attendance.stream().map(PersonId::new).toList(),
                contents, insights));
    }

    private void joins(String person, String relevance) {
        story.by(person, new JoinLearningGroup(GROUP, relevance, null));
    }

    private void answers(String adviser, AdviceAnswer answer,
            String why) {
        story.by("D3",
                new RespondToAdvice(BEFORE_IT, AdviceId.of(BEFORE_IT, new PersonId(adviser)), answer, why));
    }

    private static Invitation asked(String person) {
        return new Invitation(new PersonId(person), false);
    }

    private void day(int month, int day) {
        story.on(date(month, day));
    }

    private static LocalDate date(int month, int day) {
        return LocalDate.of(2017, month, day);
    }
}
