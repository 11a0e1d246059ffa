// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import static orgmemory.message.consultation.AdviceMessages.AdviceAnswer.PARTLY;
import static orgmemory.message.consultation.AdviceMessages.AdviceAnswer.TAKEN;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.CorrectionMessages.CorrectRecord;
import orgmemory.message.Json;
import orgmemory.message.budget.CutId;
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
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import orgmemory.message.people.PersonId;

/** Whom they asked in the autumn of 2016 before they decided, and what was written down only afterwards. */
final class Consultations2016 {

    private static final ConsultationId ABOUT_TRAINING = new ConsultationId("C-05");
    private static final ConsultationId ABOUT_MARKETING = new ConsultationId("C-06");
    private static final ConsultationId BEFORE_THE_ROUND = new ConsultationId("C-07");

    private final Story story;

    Consultations2016(Story story) {
        this.story = story;
    }

    /** Its proposer asks three about a cut of the line for training; one of them does not answer. */
    void opensAboutTraining() {
        story.by("P8", new OpenConsultation(ABOUT_TRAINING, ConsultationKind.ADVICE,
                "הצעתי לוותר השנה כמעט על כל הפיתוח המקצועי. מה נאבד, ומה אפשר לעשות במקום?",
                day(11, 8), List.of(asked("D1"), asked("D3"), asked("P6"))));
    }

    void advisesAboutTraining() {
        story.by("D1", new GiveAdvice(ABOUT_TRAINING,
                "שלושה רבעים מסעיף אחד זה לא קיצוץ, זו סגירה. עדיף מעט מכמה סעיפים."));
        story.by("D3", new GiveAdvice(ABOUT_TRAINING,
                "אפשר ללמוד זה מזה, אבל שתי סדנאות עם מנחה מבחוץ כבר הובטחו לצוותים."));
    }

    void closesAboutTraining() {
        story.by("P8", new CloseConsultation(ABOUT_TRAINING,
                "שניים מתוך שלושה ענו: הפגיעה בסעיף אחד גדולה מדי, ויש התחייבויות לצוותים."));
        answers("P8", ABOUT_TRAINING, "D1", TAKEN, "ההצעה תימשך.");
        answers("P8", ABOUT_TRAINING, "D3", PARTLY, "הסדנאות יישארו; על לימוד זה מזה נדבר בנפרד.");
        story.by("P8", new LinkConsultation(ABOUT_TRAINING, new CutId("CUT-07").subject()));
    }

    /** Who would cut the line of somebody else asks them first. */
    void opensAboutMarketing() {
        story.by("I1", new OpenConsultation(ABOUT_MARKETING, ConsultationKind.AFFECTED,
                "האם אפשר להסתפק השנה בקמפיין אחד במקום שניים?", day(11, 13),
                List.of(new Invitation(person(Cast.MARKETING_MANAGER), true), asked("P2"))));
    }

    void advisesAboutMarketing() {
        story.by(Cast.MARKETING_MANAGER, new GiveAdvice(ABOUT_MARKETING,
                "אפשר, אם הקמפיין שיישאר יהיה משותף לכל התחומים ולא של תחום אחד."));
        story.by("P2", new GiveAdvice(ABOUT_MARKETING,
                "ההרשמה לקבוצות הנוער נשענת על הקמפיין של הסתיו. אם מוותרים, אז על זה של האביב."));
    }

    void closesAboutMarketing() {
        story.by("I1", new CloseConsultation(ABOUT_MARKETING,
                "קמפיין אחד, משותף לכולם. על המועד אין עדיין הסכמה."));
        answers("I1", ABOUT_MARKETING, Cast.MARKETING_MANAGER, TAKEN, "הקמפיין יהיה משותף.");
        answers("I1", ABOUT_MARKETING, "P2", PARTLY, "המועד ייקבע יחד איתך לפני שהקיצוץ יתקבל.");
    }

    void linksMarketing(CutId cut) {
        story.by("I1", new LinkConsultation(ABOUT_MARKETING, cut.subject()));
    }

    /** Held on 5 November and written down on 20 December, with one name wrong; put right on the next day. */
    static void tellAfterwards(Story story) {
        new Consultations2016(story).isWrittenDown();
    }

    private void isWrittenDown() {
        story.on(day(12, 20));
        int recorded = story.late(day(11, 5), "REC",
                new RecordConsultation(BEFORE_THE_ROUND, day(11, 5), ConsultationKind.DISCOURSE,
                        person("D2").subject(), people("D2", "D4", "P4"),
                        "מה יקרה לחברה המשותפת אם כל סעיף יקוצץ באותו שיעור?",
                        "אין ממה לקצץ בלי לפגוע בעבודה עצמה. מי שיכול לשאת יותר, יישא חלק מחלקם של אחרים."));
        story.late(day(11, 5), "REC",
                new LinkConsultation(BEFORE_THE_ROUND, CutRound2017.ROUND.subject()));
        story.on(day(12, 21));
        story.about(recorded, "MEM", fact -> new CorrectRecord(BEFORE_THE_ROUND.subject(), fact, null,
                Json.mapper()
                        .createObjectNode()
                        .set("participants",
                                Json.mapper().valueToTree(people("D2", "D4", "P3"))),
                "במפגש השתתף סאמי נאסר, ולא הילה רוזן; כך אמרו שניהם."));
    }

    private void answers(String actor, ConsultationId consultation, String adviser, AdviceAnswer answer,
            String why) {
        story.by(actor, new RespondToAdvice(consultation, AdviceId.of(consultation, person(adviser)), answer,
                why));
    }

    private static Invitation asked(String person) {
        return new Invitation(person(person), false);
    }

    private static PersonId person(String code) {
        return new PersonId(code);
    }

    private static List<PersonId> people(String... codes) {
        return Stream.of(codes).map(PersonId::new).toList();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2016, month, day);
    }
}
