// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static orgmemory.message.budget.BudgetCutMessages.CutKind.COMMON_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.INCOME_INCREASE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.OWN_LINE;
import static orgmemory.message.budget.BudgetCutMessages.CutKind.RESERVE_DRAW;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.GAP_COVER;
import static orgmemory.message.budget.SolidarityTransferMessages.TransferKind.SHARE_ABSORPTION;
import static orgmemory.query.budget.BudgetFacts.ROUND;
import static orgmemory.query.budget.BudgetFacts.line;

import java.util.Map;
import java.util.TreeMap;

/** The round CR-2017-1 from its opening to its last acceptance, and what its board has to say day by day. */
public final class RoundOf2017 {

    /** Day; accepted, pending and gap in thousand ILS at its end. Between the days nothing changes. */
    public static final String BOARD = """
            2016-10-20    0   0 1300
            2016-10-27    0   0 1300
            2016-11-03    0 820 1300
            2016-11-06    0 970 1300
            2016-11-08    0 820 1300
            2016-11-10  460 360  840
            2016-11-14  460 540  840
            2016-11-17  460 660  840
            2016-11-20  820 300  480
            2016-11-24  820 440  480
            2016-11-27 1060 200  240
            2016-11-29 1200  60  100
            2016-12-01 1200 100  100
            2016-12-04 1260  40   40
            2016-12-06 1300   0    0
            2016-12-07 1300   0    0
            """;

    private RoundOf2017() {
    }

    public static BudgetFacts facts() {
        var facts = new BudgetFacts().on("2016-10-05")
                .drafted("D2", 3250)
                .drafted("D4", 1450)
                .drafted("P4", 680)
                .drafted("PD", 200);
        facts.on("2016-10-20").opened(1300);
        facts.on("2016-10-27")
                .shares(new TreeMap<>(Map.of("D1", 180L, "D2", 240L, "D3", 150L, "D4", 100L,
                        "I1", 120L, "P1", 70L, "P3", 40L, "P5", 60L, "MKT", 60L, "RES", 120L)), 160);
        proposals(facts);
        firstAcceptances(facts);
        solidarity(facts);
        lastSteps(facts);
        return facts;
    }

    private static void proposals(BudgetFacts facts) {
        facts.on("2016-11-03")
                .proposed("C-D1", OWN_LINE, "D1", 180)
                .proposed("C-D2", OWN_LINE, "D2", 240)
                .proposed("C-D3", OWN_LINE, "D3", 150)
                .proposed("C-I1", OWN_LINE, "I1", 120)
                .proposed("C-P1", OWN_LINE, "P1", 70)
                .proposed("C-P5", OWN_LINE, "P5", 60);
        facts.on("2016-11-06").proposed("C-PD", COMMON_LINE, "PD", 150);
        facts.on("2016-11-08").withdrawn("C-PD", "PD", 150);
    }

    private static void firstAcceptances(BudgetFacts facts) {
        facts.on("2016-11-10")
                .accepted("C-D1", "D1", 180)
                .accepted("C-D3", "D3", 150)
                .accepted("C-P1", "P1", 70)
                .accepted("C-P5", "P5", 60);
        facts.on("2016-11-14")
                .proposed("C-MKT", COMMON_LINE, "MKT", 60)
                .proposed("C-RES", RESERVE_DRAW, "RES", 120);
        facts.on("2016-11-17")
                .proposed("C-P4", INCOME_INCREASE, "P4", 80)
                .proposed("C-D6", INCOME_INCREASE, "D6", 40);
        facts.on("2016-11-20").accepted("C-D2", "D2", 240).accepted("C-I1", "I1", 120);
    }

    private static void solidarity(BudgetFacts facts) {
        var d4 = line("D4").subject();
        var p3 = line("P3").subject();
        facts.on("2016-11-24")
                .offered("S-01", SHARE_ABSORPTION, "D2", d4, 60)
                .offered("S-02", SHARE_ABSORPTION, "D1", d4, 40)
                .offered("S-03", SHARE_ABSORPTION, "I1", p3, 40);
        facts.on("2016-11-27")
                .accepted("C-RES", "RES", 120)
                .accepted("C-P4", "P4", 80)
                .accepted("C-D6", "D6", 40);
        facts.on("2016-11-29")
                .offerAccepted("S-01", "D2", d4, 60)
                .executed("S-01", "D2", d4, 60)
                .offerAccepted("S-02", "D1", d4, 40)
                .executed("S-02", "D1", d4, 40)
                .offerAccepted("S-03", "I1", p3, 40)
                .executed("S-03", "I1", p3, 40);
    }

    private static void lastSteps(BudgetFacts facts) {
        facts.on("2016-12-01").offered("S-04", GAP_COVER, "D5", ROUND.subject(), 40);
        facts.on("2016-12-04").accepted("C-MKT", "MKT", 60);
        facts.on("2016-12-06")
                .offerAccepted("S-04", "D5", ROUND.subject(), 40)
                .executed("S-04", "D5", ROUND.subject(), 40);
    }
}
