// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static orgmemory.query.budget.BudgetFacts.YEAR;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import orgmemory.message.Capacity;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.query.Facts;
import orgmemory.query.people.PeopleFacts;
import orgmemory.query.screen.Noted;
import orgmemory.query.screen.PageServer;
import orgmemory.query.screen.Seen;

/** The autumn of 2016 up to 25 November: a round that lacks 480 thousand, and those who take part. */
public final class Autumn {

    public static final String BOARD = "/rounds/CR-2017-1";

    /** Words of a person who tries what a page does with them. */
    public static final String NASTY = "<script>alert('x')</script> & \"" + "ארוך".repeat(200) + "\"";

    private static final LocalDate TODAY = LocalDate.of(2016, 11, 25);

    private static final Noted DESK = new Noted();

    private static final PageServer SERVER = PageServer.of(facts(), "2016-11-25T10:00:00Z",
            Map.of("D1", Set.of(Capacity.MGR, Capacity.OWN), "D4", Set.of(Capacity.MGR, Capacity.OWN), "P4",
                    Set.of(Capacity.MGR, Capacity.OWN),
                    "REC", Set.of(Capacity.REC), "AUD", Set.of(Capacity.AUD), "ALL",
                    EnumSet.allOf(Capacity.class), "BOTH",
                    Set.of(Capacity.MGR, Capacity.OWN, Capacity.REC)),
            DESK);

    private Autumn() {
    }

    /** What was asked for on pages. */
    public static Noted desk() {
        return DESK;
    }

    public static Seen get(String person, String language, String path) {
        return Seen.of(SERVER.get(path, person, language));
    }

    public static Seen post(String person, String language, String path, Map<String, String> form) {
        var fields = form.entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return Seen.of(SERVER.post(path, person, language, fields));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Facts facts() {
        var people = new PeopleFacts().on("2016-09-01");
        for (var id : new String[] {"D1", "D2", "D4", "P4"}) {
            people.registered(id, "מנהל " + id, "Manager " + id)
                    .appointed(id, ManagerKind.DOMAIN, "2013-09-01", 60)
                    .areaOpened(id, "תחום " + id)
                    .accountable(id, id, "2016-09-01");
        }
        people.registered("REC", "שירה כץ", "Shira Katz");
        people.include(year());
        people.include(round());
        return people;
    }

    private static Facts year() {
        var facts = new BudgetFacts().on("2016-09-14");
        facts.add(new BudgetYearOpened(YEAR, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
        facts.add(new RevenueForecastRecorded(YEAR, BudgetFacts.agorot(4_000), "The board", null));
        facts.on("2016-09-28").drafted("D1", 2650);
        facts.add(new BudgetLineDrafted(YEAR, BudgetFacts.line("RES"), null, "רזרבה", BudgetFacts.agorot(570),
                null));
        facts.on("2016-10-05").add(new FullViewPublished(YEAR));
        return facts;
    }

    private static Facts round() {
        var facts = new BudgetFacts();
        RoundOf2017.facts().facts().stream().filter(fact -> !fact.day().isAfter(TODAY)).forEach(fact -> {
            facts.on(fact.day());
            facts.by(fact.envelope().actor().id());
            facts.add(fact.event());
        });
        facts.on("2016-11-25").by("D1");
        facts.add(new SolidarityTransferOffered(YEAR, new TransferId("S-FUNDS"), TransferKind.FUNDS, 100,
                BudgetFacts.line("D1"), BudgetFacts.line("D4").subject(), null, "Last year you carried us",
                List.of()));
        facts.add(new BudgetCutProposed(YEAR, BudgetFacts.ROUND, new CutId("C-NASTY"), CutKind.OTHER_LINE,
                BudgetFacts.line("D4"), 100, NASTY, NASTY));
        both(facts);
        return facts;
    }

    /** What a manager who is a recorder as well recorded for another one, and one proposal of their own. */
    private static void both(BudgetFacts facts) {
        var d2 = BudgetFacts.line("D2");
        facts.by("BOTH");
        facts.add(new BudgetCutProposed(YEAR, BudgetFacts.ROUND, new CutId("C-BOTH"), CutKind.OTHER_LINE, d2,
                100, "Mine", "Little"));
        facts.onBehalfOf(new PersonId("D2").subject());
        facts.add(new BudgetCutProposed(YEAR, BudgetFacts.ROUND, new CutId("C-FOR-D2"), CutKind.OWN_LINE, d2,
                100, "Theirs", "Little"));
        facts.add(new SolidarityTransferOffered(YEAR, new TransferId("S-FOR-D2"),
                TransferKind.SHARE_ABSORPTION, 100,
                d2, BudgetFacts.line("D4").subject(), BudgetFacts.ROUND, "They can", List.of()));
        facts.add(new SolidarityTransferOffered(YEAR, new TransferId("S-OF-D2"), TransferKind.FUNDS, 100, d2,
                BudgetFacts.line("D4").subject(), null, "They can", List.of()));
        facts.onBehalfOf(null);
    }
}
