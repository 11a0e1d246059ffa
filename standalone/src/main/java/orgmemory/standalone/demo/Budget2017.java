// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.AreaId;
import org.jspecify.annotations.Nullable;

/** The budget of 2017 as it was drafted: 22,150 thousand asked for, 20,850 thousand expected. */
final class Budget2017 {

    static final BudgetYearId YEAR = new BudgetYearId("BY2017");

    /** The amounts of the story are in thousand shekels; the memory counts agorot. */
    static final long THOUSAND_SHEKELS = 100_000;

    private static final Map<String, Integer> DRAFTS_OF_AREAS = Map.ofEntries(
            Map.entry("D1", 2_650), Map.entry("D2", 3_250), Map.entry("D3", 2_400), Map.entry("D4", 1_450),
            Map.entry("D5", 1_300), Map.entry("D6", 1_000), Map.entry("I1", 2_500), Map.entry("P1", 1_200),
            Map.entry("P2", 900), Map.entry("P3", 700), Map.entry("P4", 680), Map.entry("P5", 950),
            Map.entry("P6", 800), Map.entry("P7", 560), Map.entry("P8", 420));

    private record CommonLine(String code, String title, String latinTitle, int amount) {

        @Nullable
        AreaId area() {
            return code.equals(Cast.MARKETING.value()) ? Cast.MARKETING : null;
        }
    }

    private static final List<CommonLine> COMMON_LINES = List.of(
            new CommonLine("MKT", "שיווק", "Marketing", 620),
            new CommonLine("PD", "פיתוח מקצועי", "Professional development", 200),
            new CommonLine("RES", "רזרבה", "Reserve", 570));

    private Budget2017() {
    }

    static LineId line(String code) {
        return new LineId(YEAR + ":" + code);
    }

    static long agorot(int thousandShekels) {
        return thousandShekels * THOUSAND_SHEKELS;
    }

    static void tell(Story story) {
        story.about(YEAR.subject());
        story.on(LocalDate.of(2016, 9, 14));
        story.by("BST", new OpenBudgetYear(YEAR, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
        story.on(LocalDate.of(2016, 9, 21));
        story.by("BST",
                new RecordRevenueForecast(YEAR, agorot(20_850), "תחזית הכנסות של אגף הכספים", "סבירה"));
        story.on(LocalDate.of(2016, 9, 28));
        for (var manager : Cast.MANAGERS) {
            var amount = need(DRAFTS_OF_AREAS.get(manager.code()));
            story.by(manager.code(), new DraftBudgetLine(YEAR, line(manager.code()), manager.areaId(),
                    manager.area(), manager.latinArea(), agorot(amount), "טיוטה ראשונה לדיון בפורום"));
        }
        for (var common : COMMON_LINES) {
            story.by("BST", new DraftBudgetLine(YEAR, line(common.code()), common.area(), common.title(),
                    common.latinTitle(), agorot(common.amount()), "סעיף משותף"));
        }
        story.on(LocalDate.of(2016, 10, 5));
        story.by("BST", new PublishFullView(YEAR));
    }

    private static int need(@Nullable Integer amount) {
        if (amount == null) {
            throw new IllegalStateException("An area has no draft");
        }
        return amount;
    }
}
