// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people.page;

import java.util.Arrays;
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
import orgmemory.query.people.People;
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

    /** By field; a field with nothing to choose stands there empty. */
    Map<String, Map<String, String>> of(PeopleForm asking, Page page) {
        return switch (asking) {
            case INSTITUTE, PERSON -> Map.of();
            case AREA -> Map.of("type", words(AreaType.values(), page));
            case MANAGER -> Map.of("kind", words(ManagerKind.values(), page), "personId",
                    people(page, reads.people(page).stream().filter(person -> person.kind() == null)));
            case ROLE -> Map.of("role",
                    words(Arrays.stream(Capacity.values())
                            .filter(Capacity::grantable)
                            .toArray(Capacity[]::new), page),
                    "personId",
                    people(page, reads.people(page).stream().filter(person -> !isReader(person, page))));
            case HANDOVER -> Map.of("areaId", heldAreas(page), "managerId", managers(page));
            case ENDING -> Map.of("personId", managers(page));
            case REVOCATION -> Map.of("personId",
                    people(page, reads.people(page).stream().filter(person -> !person.roles().isEmpty())),
                    "role", words(reads.people(page)
                            .stream()
                            .flatMap(person -> person.roles().stream().map(People.Role::role))
                            .distinct()
                            .sorted()
                            .toArray(Capacity[]::new), page));
            case ACCOUNTABLE -> Map.of("areaId", openAreas(page), "managerId",
                    managers(page));
        };
    }

    private static boolean isReader(Person person, Page page) {
        var reader = page.reader();
        return reader != null && reader.id().equals(person.personId());
    }

    private Map<String, String> managers(Page page) {
        return people(page, reads.people(page).stream().filter(person -> person.kind() != null));
    }

    private Map<String, String> openAreas(Page page) {
        return areas(page, area -> area.holdings().isEmpty());
    }

    private Map<String, String> heldAreas(Page page) {
        return areas(page, area -> area.accountableId() != null);
    }

    private Map<String, String> areas(Page page, Predicate<Area> which) {
        var areas = new LinkedHashMap<String, String>();
        reads.areas(page)
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

    private Map<String, String> words(Enum<?>[] all, Page page) {
        var words = new LinkedHashMap<String, String>();
        for (var one : all) {
            words.put(one.name(), word(one, page));
        }
        return words;
    }

    /** What a value is called. */
    String word(Enum<?> one, Page page) {
        return sentences.say("value." + one.getDeclaringClass().getSimpleName() + "." + one.name(), List.of(),
                page.language());
    }
}
