// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import static orgmemory.message.budget.BudgetCutMessages.CutKind.COMMON_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.INCOME_INCREASE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OTHER_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.RESERVE_DRAW;
import static orgmemory.standalone.demo.Budget2017.YEAR;
import static orgmemory.standalone.demo.Budget2017.agorot;
import static orgmemory.standalone.demo.Budget2017.line;

import java.time.LocalDate;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;

/** How fifteen equals covered 1,300 thousand in seven weeks of autumn 2016, each step on its day. */
final class CutRound2017 {

    static final RoundId ROUND = new RoundId("CR-2017-1");

    private final Story story;
    private final Consultations2016 consultations;

    private CutRound2017(Story story) {
        this.story = story;
        this.consultations = new Consultations2016(story);
    }

    static void tell(Story story) {
        story.about(ROUND.subject());
        var round = new CutRound2017(story);
        round.opens();
        round.collectsProposals();
        round.coversTheFirstHalf();
        round.findsSolidarity();
        round.closesTheGap();
    }

    private void opens() {
        october(20);
        story.by("BST", new OpenCutRound(YEAR, ROUND, agorot(1_300),
                "הטיוטות מסתכמות ב-22,150 אלף ש\"ח, והתחזית היא 20,850 אלף ש\"ח"));
        october(27);
        story.by("BST", new SetIndicativeShares(YEAR, ROUND,
                List.of(share("D1", 180), share("D2", 240), share("D3", 150), share("D4", 100),
                        share("I1", 120), share("P1", 70), share("P3", 40), share("P5", 60),
                        share("MKT", 60), share("RES", 120)),
                agorot(160)));
    }

    private void collectsProposals() {
        november(3);
        proposes("D1", "CUT-01", OWN_LINE, "D1", 180, "שני בתי ספר יתחילו את הליווי רק בספטמבר",
                "תשעה חודשי ליווי פחות בשני בתי ספר");
        proposes("D2", "CUT-02", OWN_LINE, "D2", 240, "העיר החמישית תצטרף שנה מאוחר יותר",
                "הצוות לעיר החמישית לא ייקלט השנה");
        proposes("D3", "CUT-03", OWN_LINE, "D3", 150, "סמינר הקיץ יתקיים בפורמט מקוצר",
                "פחות ימי הכשרה לכל מורה");
        proposes("I1", "CUT-04", OWN_LINE, "I1", 120, "החלפת מערכת השכר נדחית",
                "עוד שנה של עבודה ידנית בשכר");
        proposes("P1", "CUT-05", OWN_LINE, "P1", 70, "מחזור אחד במקום שניים באביב",
                "עשרה מנהלים ימתינו לסתיו");
        proposes("P5", "CUT-06", OWN_LINE, "P5", 60, "מפגשי הקהילות יעברו למרחבים של הרשויות",
                "תלות בלוחות הזמנים של הרשויות");
        november(6);
        proposes("P8", "CUT-07", COMMON_LINE, "PD", 150, "נלמד השנה זה מזה, בלי מרצים מבחוץ",
                "כמעט לא יישאר תקציב לפיתוח מקצועי");
        consultations.opensAboutTraining();
        november(7);
        consultations.advisesAboutTraining();
        november(8);
        consultations.closesAboutTraining();
        story.by("P8",
                new WithdrawBudgetCut(YEAR, new CutId("CUT-07"),
                        "לאחר היוועצות: הפגיעה בסעיף אחד גדולה מדי"));
        november(10);
        accepts("CUT-01", "הפורום הסכים: הדחייה אפשרית");
        accepts("CUT-03", "הפורום הסכים: הפורמט המקוצר נוסה בעבר");
        accepts("CUT-05", "הפורום הסכים");
        accepts("CUT-06", "הפורום הסכים");
        consultations.opensAboutMarketing();
        november(13);
        consultations.advisesAboutMarketing();
    }

    private void coversTheFirstHalf() {
        november(14);
        consultations.closesAboutMarketing();
        proposes("I1", "CUT-08", OTHER_LINE, "MKT", 60, "קמפיין אחד במקום שניים",
                "פחות חשיפה בחצי השנה הראשונה");
        consultations.linksMarketing(new CutId("CUT-08"));
        proposes("I1", "CUT-09", RESERVE_DRAW, "RES", 120, "הרזרבה נועדה לשנה כזאת",
                "רזרבה קטנה יותר לאירועים בלתי צפויים");
        november(17);
        proposes("P4", "CUT-10", INCOME_INCREASE, "P4", 80, "התחייבות של קרן לשני קורסים",
                "נדרש דיווח לקרן בכל רבעון");
        proposes("D6", "CUT-11", INCOME_INCREASE, "D6", 40, "מחקר מוזמן ממשרד החינוך",
                "זמן מחקר פנימי יצטמצם");
        november(20);
        accepts("CUT-02", "הפורום הסכים: העיר החמישית הודיעה שהיא מוכנה לחכות");
        accepts("CUT-04", "הפורום הסכים");
    }

    private void findsSolidarity() {
        november(24);
        offers("D2", "S-01", TransferKind.SHARE_ABSORPTION, "D2", line("D4").subject(), 60,
                "החברה המשותפת היא של כולנו");
        offers("D1", "S-02", TransferKind.SHARE_ABSORPTION, "D1", line("D4").subject(), 40,
                "לתחום הזה אין במה לקצץ");
        offers("I1", "S-03", TransferKind.SHARE_ABSORPTION, "I1", line("P3").subject(), 40,
                "הפרויקט רק התבסס");
        november(27);
        accepts("CUT-09", "הפורום הסכים למשוך מהרזרבה");
        accepts("CUT-10", "ההתחייבות נחתמה");
        accepts("CUT-11", "ההזמנה אושרה");
        november(29);
        story.by("D4", new AcceptSolidarityTransfer(YEAR, new TransferId("S-01")));
        story.by("D4", new AcceptSolidarityTransfer(YEAR, new TransferId("S-02")));
        story.by("P3", new AcceptSolidarityTransfer(YEAR, new TransferId("S-03")));
    }

    private void closesTheGap() {
        december(1);
        offers("D5", "S-04", TransferKind.GAP_COVER, "D5", ROUND.subject(), 40,
                "לא היה לנו חלק, ואנחנו יכולים");
        december(4);
        accepts("CUT-08", "ההתנגדות שולבה: הקמפיין עבר לרבעון השלישי");
        december(6);
        story.by("REC", new AcceptSolidarityTransfer(YEAR, new TransferId("S-04")));
    }

    private void proposes(String actor, String cut, CutKind kind, String line, int amount, String reason,
            String consequence) {
        story.by(actor, new ProposeBudgetCut(YEAR, ROUND, new CutId(cut), kind, line(line), agorot(amount),
                reason, consequence));
    }

    private void accepts(String cut, String reason) {
        story.by("REC", new AcceptBudgetCut(YEAR, new CutId(cut), reason));
    }

    private void offers(String actor, String transfer, TransferKind kind, String from, Subject to, int amount,
            String why) {
        story.by(actor, new OfferSolidarityTransfer(YEAR, new TransferId(transfer), kind, agorot(amount),
                line(from), to, ROUND, why, List.of("PR-6")));
    }

    private static IndicativeShare share(String line, int amount) {
        return new IndicativeShare(line(line), agorot(amount));
    }

    private void october(int day) {
        story.on(LocalDate.of(2016, 10, day));
    }

    private void november(int day) {
        story.on(LocalDate.of(2016, 11, day));
    }

    private void december(int day) {
        story.on(LocalDate.of(2016, 12, day));
    }
}
