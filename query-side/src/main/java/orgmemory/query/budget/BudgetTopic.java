// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.Command;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.query.screen.Topic;

/** The money of a year: its lines, and how the forum covers together what is lacking. */
@Component
@Order(2)
final class BudgetTopic implements Topic {

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry("rounds", "/rounds", "coins"),
                new NavigationEntry("lines", "/lines", "list"));
    }

    @Override
    public Map<String, String> places() {
        return Map.of("round", "/rounds/", "line", "/lines/");
    }

    @Override
    public List<FirstStep> firstSteps() {
        return List.of(step("year", OpenBudgetYear.class, "/lines"),
                step("forecast", RecordRevenueForecast.class, "/lines"),
                step("line", DraftBudgetLine.class, "/lines"), step("view", PublishFullView.class, "/lines"),
                step("round", OpenCutRound.class, "/rounds"),
                step("shares", SetIndicativeShares.class, "/rounds"));
    }

    private static FirstStep step(String name, Class<? extends Command> command, String page) {
        return new FirstStep(name, command, 1, Capacity.BST, page);
    }
}
