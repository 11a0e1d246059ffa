// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.query.budget.CutBoard.Board;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.read.InLanguage;
import orgmemory.query.screen.read.Labels;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
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
    private final CutBoard boards;
    private final FactReads facts;
    private final Sentences words;

    BudgetLabels(States states, BudgetLines lines, BudgetYears years, CutBoard boards,
            FactReads facts, Sentences words) {
        this.states = states;
        this.lines = lines;
        this.years = years;
        this.boards = boards;
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
                years(id).map(named -> words.say("label.year", List.of(named), language));
            case "round" -> states.one(boards, id, BitemporalPoint.NOW)
                    .map(board -> round(board.it(), language));
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

    /** By its year, and by its place among the rounds of that where there are more of them. */
    private String round(Board board, Locale language) {
        var year = board.yearId();
        if (year == null) {
            return words.say("label.round.of-no-year", List.of(board.roundId()), language);
        }
        var all = states.all(boards, Map.of("yearId", year.value()), null, BitemporalPoint.NOW)
                .stream()
                .map(State::it)
                .sorted(comparing(Board::openedOn, nullsLast(naturalOrder()))
                        .thenComparing(each -> each.roundId().value()))
                .map(Board::roundId)
                .toList();
        var called = years(year.value()).orElse(year.value());
        return all.size() > 1
                ? words.say("label.round.of-many", List.of(called, all.indexOf(board.roundId()) + 1),
                        language)
                : words.say("label.round", List.of(called), language);
    }

    /** The calendar years that a budget year is of, as people name it. */
    private Optional<String> years(String id) {
        return states.one(years, id, BitemporalPoint.NOW).map(State::it).flatMap(year -> {
            LocalDate from = year.from();
            LocalDate to = year.to();
            return from == null || to == null
                    ? Optional.empty()
                    : Optional.of(from.getYear() == to.getYear()
                            ? Integer.toString(from.getYear())
                            : from.getYear() + "\u2013" + to.getYear());
        });
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
                .map(fact -> fact.standing().event())
                // Facts of other topics may be about it, too.
                .filter(BudgetEvent.class::isInstance)
                .map(event -> Json.mapper().valueToTree(event));
    }
}
