// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Subject;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.InstituteMessages.InstituteRegistered;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.facts.FactReads;
import orgmemory.query.memory.facts.StandingFact;
import orgmemory.query.screen.read.InLanguage;
import orgmemory.query.screen.read.Labels;
import orgmemory.query.screen.read.States;

/** What people, areas, bodies and the institute are called. */
@Component
final class PeopleLabels implements Labels {

    private static final int ITS_FACTS = 10;

    private final States states;
    private final People people;
    private final Areas areas;
    private final FactReads facts;
    private final Sentences sentences;

    PeopleLabels(States states, People people, Areas areas, FactReads facts, Sentences sentences) {
        this.states = states;
        this.people = people;
        this.areas = areas;
        this.facts = facts;
        this.sentences = sentences;
    }

    @Override
    public boolean knows(String type) {
        return List
                .of("person", "manager", "access-grant", "account", "area", "body", "institute", "service",
                        "forum")
                .contains(type);
    }

    @Override
    public Optional<String> label(String type, String id, Locale language) {
        return switch (type) {
            case "area" -> states.one(areas, id, BitemporalPoint.NOW)
                    .map(area -> InLanguage.called(area.it().name(), area.it().otherName(), language));
            case "service" -> Optional.of(sentences.say("value.Capacity.SYS", List.of(), language));
            case "forum" -> Optional.of(sentences.say("people.the-forum", List.of(), language));
            case "body", "institute" -> registered(Subject.of(type, id), language);
            default ->
                states.one(people, id, BitemporalPoint.NOW).map(person -> person.it().calledIn(language));
        };
    }

    private Optional<String> registered(Subject thing, Locale language) {
        return facts.of(thing, BitemporalPoint.NOW, null, ITS_FACTS)
                .facts()
                .stream()
                .filter(fact -> !fact.annulled())
                .flatMap(fact -> name(fact, language).stream())
                .findFirst();
    }

    private static Optional<String> name(StandingFact fact, Locale language) {
        return switch (fact.standing().event()) {
            case BodyRegistered body ->
                Optional.ofNullable(InLanguage.called(body.name(), body.otherName(), language));
            case InstituteRegistered institute -> Optional.ofNullable(
                    InLanguage.called(institute.name(), institute.otherName(), language));
            default -> Optional.empty();
        };
    }
}
