// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.ManagerKind;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;

/** What may be chosen in the forms of the page of people: values, and what they are called in its language. */
@Component
final class PeopleChoices {

    private final PeopleReads reads;
    private final Names names;
    private final Sentences sentences;

    PeopleChoices(PeopleReads reads, Names names, Sentences sentences) {
        this.reads = reads;
        this.names = names;
        this.sentences = sentences;
    }

    /** Who and what is known at the moment of a page, read once for all its forms. */
    record Known(List<Person> people, List<Area> areas) {

        private Stream<Person> people(Predicate<Person> which) {
            return people.stream().filter(which);
        }

        private Stream<Person> managers() {
            return people(person -> person.kind() != null);
        }
    }

    Known known(Page page) {
        return new Known(reads.people(page), reads.areas(page));
    }

    /** By field; a field with nothing to choose stands there empty. */
    Map<String, Map<String, String>> of(PeopleForm which, Known known, Page page) {
        return switch (which) {
            case INSTITUTE, PERSON -> Map.of();
            case AREA -> Map.of("type", words(Stream.of(AreaType.values()), page));
            case MANAGER -> Map.of("kind", words(Stream.of(ManagerKind.values()), page), "personId",
                    people(page, known.people(person -> person.kind() == null)));
            case ROLE ->
                Map.of("role", words(Stream.of(Capacity.values()).filter(Capacity::grantable), page),
                        "personId", people(page, known.people(person -> !isReader(person, page))));
            case HANDOVER ->
                Map.of("areaId", areas(page, known, area -> area.accountableId() != null), "managerId",
                        people(page, known.managers()));
            case ENDING -> Map.of("personId", people(page, known.managers()));
            case REVOCATION -> Map.of("personId",
                    people(page, known.people(person -> !person.roles().isEmpty())), "role",
                    words(held(known), page));
            case ACCOUNTABLE ->
                Map.of("areaId", areas(page, known, area -> area.holdings().isEmpty()), "managerId",
                        people(page, known.managers()));
        };
    }

    private static Stream<Capacity> held(Known known) {
        return known.people()
                .stream()
                .flatMap(person -> person.roles().stream().map(People.Role::role))
                .distinct()
                .sorted();
    }

    private static boolean isReader(Person person, Page page) {
        var reader = page.reader();
        return reader != null && reader.id().equals(person.personId());
    }

    private Map<String, String> areas(Page page, Known known, Predicate<Area> which) {
        var areas = new LinkedHashMap<String, String>();
        known.areas()
                .stream()
                .filter(which)
                .forEach(area -> areas.put(area.areaId().value(),
                        names.in(page.language()).of(area.areaId().subject())));
        return areas;
    }

    private Map<String, String> people(Page page, Stream<Person> people) {
        var called = new LinkedHashMap<String, String>();
        people.forEach(person -> called.put(person.personId().value(),
                names.in(page.language()).of(person.personId().subject())));
        return called;
    }

    private Map<String, String> words(Stream<? extends Enum<?>> all, Page page) {
        var words = new LinkedHashMap<String, String>();
        all.forEach(one -> words.put(one.name(), word(one, page)));
        return words;
    }

    /** What a value is called. */
    String word(Enum<?> one, Page page) {
        return sentences.say("value." + one.getDeclaringClass().getSimpleName() + "." + one.name(), List.of(),
                page.language());
    }
}
