// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.automation.FollowUpId;
import orgmemory.message.automation.FollowUpMessages.FollowUpRefused;
import orgmemory.message.automation.FollowUpMessages.FollowUpSettled;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.message.group.GroupMessages.Joining;
import orgmemory.message.group.GroupMessages.LeadRotation;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.InstituteId;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.message.people.ManagerKind;
import orgmemory.query.Facts;
import orgmemory.query.budget.BudgetFacts;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.consultation.ConsultationFacts;
import orgmemory.query.group.GroupFacts;
import orgmemory.query.people.PeopleFacts;

/** One of each kind of fact there is, with the longest words, in three scripts, some told late, put right or annulled. */
public final class Everything {

    /** As long as a name may be, and nowhere to break it. */
    public static final String LONG = "Kapitänsmützenabzeichenverordnungsgesellschaft".repeat(6);

    public static final String MIXED = "שלושים ימים, thirty days, ثلاثون يومًا: 30!\nIn <b>two</b> lines & \"quotes\".";

    private static final AreaId SOCIETY = new AreaId("D4");

    private Everything() {
    }

    public static Facts facts() {
        var facts = people();
        facts.add(
                new BudgetYearOpened(BudgetFacts.YEAR, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
        facts.add(new RevenueForecastRecorded(BudgetFacts.YEAR, 1_234_567_89L, LONG, "low"));
        facts.add(new BudgetLineDrafted(BudgetFacts.YEAR, BudgetFacts.line("LONG"), SOCIETY, LONG,
                999_999_999_999_999L, MIXED));
        facts.add(new BudgetLineDrafted(BudgetFacts.YEAR, BudgetFacts.line("MKT"), null, "تسويق", 62_000_000,
                null));
        facts.add(new FullViewPublished(BudgetFacts.YEAR));
        facts.include(new BudgetFacts().on("2012-01-09")
                .moved("BY2012", "M-1", MovementKind.TRANSFER, new MovementLine("13-01", "x", -700, null),
                        new MovementLine("13-02", LONG, 700, BudgetFacts.line("D4"))));
        facts.include(RoundOf2017.facts());
        facts.add(new FollowUpRefused(new FollowUpId("F-1"), BudgetFacts.YEAR.subject(), "WhenThen",
                "RegisterPerson", "person.exists", MIXED, LONG));
        facts.add(new FollowUpSettled(new FollowUpId("F-1"), BudgetFacts.YEAR.subject(), MIXED));
        facts.include(consultations());
        facts.include(groups());
        wrong(facts);
        return facts;
    }

    /** A round under way: on 24 November, with an offer of 60 for the share of 100 that D4 was proposed to carry. */
    public static Facts underWay() {
        var facts = people();
        RoundOf2017.facts()
                .facts()
                .stream()
                .filter(fact -> !fact.day().isAfter(LocalDate.of(2016, 11, 24))
                        && !fact.event().entity().equals(Subject.of("transfer/S-02")))
                .forEach(fact -> {
                    facts.on(fact.day());
                    facts.by(fact.envelope().actor().id());
                    facts.add(fact.event());
                });
        return facts;
    }

    private static PeopleFacts people() {
        var facts = new PeopleFacts().on("2016-09-01");
        facts.by("MEM");
        facts.add(new InstituteRegistered(new InstituteId("institute"), "המכון · المعهد · The Institute"));
        facts.add(new BodyRegistered(new BodyId("board"), "The board " + LONG));
        return facts.registered("D4", "ראמי ח'ורי", "Rami Khoury")
                .registered("D1", "ليلى حداد", null)
                .registered("LONG", LONG, LONG)
                .registered("REC", "שירה כץ", "Shira Katz")
                .appointed("D4", ManagerKind.DOMAIN, "2013-09-01", 60)
                .appointed("D1", ManagerKind.PROJECT, "2009-09-01", 80)
                .areaOpened("D4", "חברה משותפת")
                .areaOpened("LONG", LONG)
                .accountable("D4", "D1", "2016-09-01")
                .accountable("D4", "D4", "2016-10-01")
                .granted("REC", Capacity.REC, "2016-09-01", null)
                .granted("LONG", Capacity.AUD, "2016-09-01", "2016-12-31")
                .leave("D1", "2016-10-03", "2017-01-31")
                .stage(DevelopmentStage.PROFESSIONAL_DEVELOPMENT);
    }

    /** One that was lived through, with somebody silent and each answer, and one that is open; a bare one was taken over. */
    private static Facts consultations() {
        var facts = new ConsultationFacts().on("2016-11-01")
                .opened("C-07", "D1", "2016-11-10", "+D4", "LONG", "REC")
                .invited("C-07", "D1", "P8")
                .advised("C-07", "D4", "الانتظار, wait, לחכות <b>two</b> weeks")
                .advised("C-07", "LONG", LONG)
                .on("2016-11-11")
                .closed("C-07", "D1", List.of("D4", "LONG"), "REC", "P8")
                .answered("C-07", "D1", "LONG", AdviceAnswer.PARTLY)
                .linked("C-07", "cut/C-RES")
                .linked("C-07", "round/CR-2017-1")
                .opened("C-08", "D4", "2016-12-20", "+D1", "LONG");
        facts.recorded("C-09", "D1", "D4", "LONG");
        facts.add(new ConsultationRecorded(new ConsultationId("C-10"), null, null, null, List.of(),
                "الانتظار, wait, לחכות <b>two</b> weeks",
                null));
        return facts;
    }

    /** One that has begun, with a guest and somebody who left; one that nobody has joined. */
    private static Facts groups() {
        var facts = new GroupFacts().on("2016-11-02")
                .proposed("LG-1", "D1", LONG)
                .joined("LG-1", MIXED, "D1", "D4", "LONG", "P8")
                .guest("LG-1", "REC")
                .on("2016-11-03")
                .agreed("LG-1", "D1", MIXED, LeadRotation.ROUND_ROBIN)
                .activated("LG-1", "D1")
                .on("2016-11-20")
                .led("LG-1", "D1", null, "D4", MIXED, "2016-12-03")
                .left("LG-1", "P8")
                .agreed("LG-1", "D4", Joining.BY_CONSENT)
                .swapped("LG-1", "D1", "LONG")
                .skipped("LG-1", "D1")
                .requested("LG-1", "P8", "2016-11-27")
                .objected("LG-1", "D4", "P8", MIXED)
                .objected("LG-1", "D1", "P8", null)
                .objectsNoMore("LG-1", "D1", "P8")
                .requested("LG-1", "D3", "2016-11-27")
                .withdrawn("LG-1", "D3")
                .learned("LG-1", "D1", MIXED, LONG)
                .met("LG-1", "D1", MIXED + LONG, "D1", "LONG")
                .paused("LG-1", "D1")
                .resumed("LG-1", "D1")
                .proposed("LG-3", "D1", MIXED)
                .joined("LG-3", LONG, "D1", "D4")
                .led("LG-3", "D1", null, "D4", null, "2016-12-03")
                .concluded("LG-3", "D4", LONG)
                .proposed("LG-4", "D1", "None came")
                .lapsed("LG-4")
                .proposed("LG-5", "D1", MIXED)
                .joined("LG-5", LONG, "D1")
                .merged("LG-5", "LG-1", "D1", MIXED)
                .proposed("LG-2", "D4", "ללמוד budgets الميزانية");
        return facts;
    }

    /** A proposal for a body that was recorded late, then with another amount and day; and one that never was. */
    private static void wrong(Facts facts) {
        facts.by("D4");
        facts.on(LocalDate.of(2016, 12, 15));
        facts.on(LocalDate.of(2016, 11, 5));
        facts.onBehalfOf(Subject.of("body/board"));
        facts.add(proposal("C-LATE", 30));
        facts.onBehalfOf(null);
        facts.by("MEM");
        facts.on(LocalDate.of(2016, 12, 16));
        facts.corrected(proposal("C-LATE", 50), LocalDate.of(2016, 11, 4), "The minutes say " + MIXED);
        facts.by("D1");
        facts.add(proposal("C-NEVER", 70));
        facts.by("MEM");
        facts.annulled("It was another year.");
    }

    private static BudgetCutProposed proposal(String cut, long thousand) {
        return new BudgetCutProposed(BudgetFacts.YEAR, BudgetFacts.ROUND, new CutId(cut), CutKind.OWN_LINE,
                BudgetFacts.line("D4"), BudgetFacts.agorot(thousand), MIXED, LONG);
    }

    /** One of each type of things that these facts concern. */
    public static List<Subject> subjects() {
        var byType = new LinkedHashMap<String, Subject>();
        facts().facts()
                .stream()
                .flatMap(fact -> fact.event().subjects().stream())
                .forEach(subject -> byType.putIfAbsent(subject.type(), subject));
        return List.copyOf(byType.values());
    }
}
