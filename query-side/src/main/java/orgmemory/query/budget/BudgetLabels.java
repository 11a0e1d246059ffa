// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.budget.BudgetYears.Year;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.read.InLanguage;
import orgmemory.query.screen.read.Labels;
import orgmemory.query.screen.read.States;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the things of a budget are called: lines by their titles, proposals and offers by what they are about. */
@Component
class BudgetLabels implements Labels {

    private static final Set<String> TYPES = Set.of("budget-year", "line", "round", "cut", "transfer",
            "movement");

    private static final int ITS_FACTS = 10;

    private final States states;
    private final BudgetLines lines;
    private final BudgetYears years;
    private final FactReads facts;
    private final Sentences words;

    BudgetLabels(States states, BudgetLines lines, BudgetYears years, FactReads facts, Sentences words) {
        this.states = states;
        this.lines = lines;
        this.years = years;
        this.facts = facts;
        this.words = words;
    }

    @Override
    public boolean knows(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Optional<String> label(String type, String id, Locale language) {
        return switch (type) {
            case "line" -> Optional.ofNullable(title(id, language));
            case "budget-year" ->
                states.one(years, id, BitemporalPoint.NOW).flatMap(year -> year(year.it(), language));
            case "round" -> Optional.of(words.say("label.round", List.of(id), language));
            case "cut" -> last(type, id).map(cut -> words.say("label.cut",
                    List.of(line(cut, "lineId", language), cut.path("amountAgorot").asLong()), language));
            case "transfer" -> first(type, id).map(offer -> words.say("label.transfer",
                    List.of(line(offer, "fromLineId", language), offer.path("amountAgorot").asLong()),
                    language));
            case "movement" -> first(type, id).map(movement -> movement.path("title").asString(id));
            default -> Optional.empty();
        };
    }

    private @Nullable String title(String line, Locale language) {
        return states.one(lines, line, BitemporalPoint.NOW)
                .map(state -> InLanguage.called(state.it().title(), state.it().otherTitle(), language))
                .orElse(null);
    }

    private String line(JsonNode payload, String field, Locale language) {
        var id = payload.path(field).asString("");
        var title = title(id, language);
        return Fmt.apart(title == null ? id : title);
    }

    private Optional<String> year(Year year, Locale language) {
        LocalDate from = year.from();
        LocalDate to = year.to();
        if (from == null || to == null) {
            return Optional.empty();
        }
        var years = from.getYear() == to.getYear()
                ? Integer.toString(from.getYear())
                : from.getYear() + "\u2013" + to.getYear();
        return Optional.of(words.say("label.year", List.of(years), language));
    }

    /** What the first fact of it says, as it stands. */
    private Optional<JsonNode> first(String type, String id) {
        return its(type, id).findFirst();
    }

    /** What the last fact of it says: what it is about may have been changed. */
    private Optional<JsonNode> last(String type, String id) {
        return its(type, id).reduce((_, later) -> later);
    }

    private Stream<JsonNode> its(String type, String id) {
        return facts.of(Subject.of(type, id), BitemporalPoint.NOW, null, ITS_FACTS)
                .facts()
                .stream()
                .map(fact -> Json.mapper().valueToTree(fact.standing().event()));
    }
}
