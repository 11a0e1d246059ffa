// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.Sheet;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** Everybody as a sheet, by name: who manages what, and who holds which role. */
@Component
final class PeopleSheet {

    private final Sentences sentences;
    private final Names names;

    PeopleSheet(Sentences sentences, Names names) {
        this.sentences = sentences;
        this.names = names;
    }

    /** @param areas with who is accountable for them at the moment of the page */
    Sheet of(List<Person> everybody, List<Area> areas, Page page) {
        var accountable = areas.stream()
                .filter(area -> area.accountableId() != null)
                .collect(groupingBy(Area::accountableId, mapping(
                        area -> names.in(page.language()).of(area.areaId().subject()), joining(", "))));
        var columns = Stream.of("id", "name", "kind", "areas", "roles")
                .map(column -> say("people.sheet." + column, page.language()));
        return new Sheet("people", columns.toList(),
                everybody.stream()
                        .map(person -> row(person, accountable.getOrDefault(person.personId(), ""),
                                page.language()))
                        .toList());
    }

    private List<String> row(Person person, String areas, Locale language) {
        var kind = person.kind();
        return List.of(person.personId().value(),
                Objects.requireNonNullElse(person.calledIn(language), ""),
                kind == null ? "" : say("value.ManagerKind." + kind, language),
                areas,
                person.roles()
                        .stream()
                        .map(role -> say("value.Capacity." + role.role(), language))
                        .distinct()
                        .collect(joining(", ")));
    }

    private String say(String key, Locale language) {
        return sentences.say(key, List.of(), language);
    }
}
