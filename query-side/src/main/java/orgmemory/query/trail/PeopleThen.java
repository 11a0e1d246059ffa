// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Json;
import orgmemory.message.Subject;
import orgmemory.query.memory.Fact;
import orgmemory.query.memory.ViewUnavailable;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.memory.reading.Memory.Then;
import orgmemory.query.people.People;
import orgmemory.query.people.People.Person;

/** Those whom facts name, as they were on the day of each fact: managers, of which kind, since when, for how much time. */
@Component
final class PeopleThen {

    private static final String PERSON = "person";

    private final Memory memory;
    private final People people;

    PeopleThen(Memory memory, People people) {
        this.memory = memory;
        this.people = people;
    }

    private record OnDay(Subject person, LocalDate day) {
    }

    /** By the facts' positions: who spoke first, then who recorded it, then others; managers only. */
    Map<Long, List<PersonThen>> of(Collection<Fact> facts, @Nullable Long knownOn) {
        var asked = facts.stream()
                .flatMap(fact -> named(fact).map(person -> new OnDay(person, fact.day())))
                .distinct()
                .toList();
        var found = find(asked, Objects.requireNonNullElse(knownOn, Long.MAX_VALUE));
        var byFact = new HashMap<Long, List<PersonThen>>();
        facts.forEach(fact -> byFact.put(fact.position(), named(fact)
                .flatMap(person -> Optional.ofNullable(found.get(new OnDay(person, fact.day()))).stream())
                .toList()));
        return byFact;
    }

    private static Stream<Subject> named(Fact fact) {
        var envelope = fact.envelope();
        return Stream
                .concat(Stream.of(envelope.speaker(), envelope.actor()), fact.event().subjects().stream())
                .filter(subject -> subject.type().equals(PERSON))
                .distinct();
    }

    private Map<OnDay, PersonThen> find(List<OnDay> asked, long known) {
        var found = new HashMap<OnDay, PersonThen>();
        var states = states(
                asked.stream().map(one -> new Then(one.person().id(), one.day(), known)).toList());
        for (int i = 0; i < states.size(); i++) {
            var one = asked.get(i);
            states.get(i)
                    .map(json -> Json.mapper().readValue(json, Person.class))
                    .flatMap(person -> then(one, person))
                    .ifPresent(then -> found.put(one, then));
        }
        return found;
    }

    private static Optional<PersonThen> then(OnDay asked, Person person) {
        var kind = person.kind();
        var start = person.tenureStart();
        return kind == null
                ? Optional.empty()
                : Optional.of(new PersonThen(asked.person(), kind, start, start == null
                        ? null
                        : (int) Math.max(0, ChronoUnit.YEARS.between(start, asked.day())),
                        person.timeSharePercent()));
    }

    /** People who cannot be looked up now are left out of the trail, and nothing else is. */
    private List<Optional<String>> states(List<Then> asked) {
        try {
            return asked.isEmpty() ? new ArrayList<>() : memory.states(people.name(), asked);
        } catch (ViewUnavailable later) {
            return List.of();
        }
    }
}
