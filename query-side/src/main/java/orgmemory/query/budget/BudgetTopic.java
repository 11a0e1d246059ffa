// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
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
        return List.of(
                new FirstStep("year", OpenBudgetYear.class, 1, Capacity.BST, """
                        {"yearId": "BY2027", "from": "2027-01-01", "to": "2027-12-31"}"""),
                new FirstStep("line", DraftBudgetLine.class, 1, Capacity.BST,
                        """
                                {"yearId": "BY2027", "lineId": "BY2027:RES", "title": "Reserve", "amountAgorot": 50000000}"""),
                new FirstStep("view", PublishFullView.class, 1, Capacity.BST, """
                        {"yearId": "BY2027"}"""),
                new FirstStep("round", OpenCutRound.class, 1, Capacity.BST,
                        """
                                {"yearId": "BY2027", "roundId": "CR-2027-1", "requiredAgorot": 10000000, "cause": "Why"}"""));
    }
}
