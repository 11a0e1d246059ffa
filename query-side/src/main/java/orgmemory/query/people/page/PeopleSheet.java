// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people.page;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
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

    Sheet of(List<Person> everybody, Page page) {
        var columns = Stream.of("id", "name", "kind", "areas", "roles")
                .map(column -> say("people.sheet." + column, page.language()));
        return new Sheet("people", columns.toList(),
                everybody.stream().map(person -> row(person, page.language())).toList());
    }

    private List<String> row(Person person, Locale language) {
        var called = names.in(language);
        var kind = person.kind();
        return List.of(person.personId().value(),
                Objects.requireNonNullElse(person.calledIn(language), ""),
                kind == null ? "" : say("value.ManagerKind." + kind, language),
                person.areas()
                        .stream()
                        .map(area -> called.of(area.areaId().subject()))
                        .collect(Collectors.joining(", ")),
                person.roles()
                        .stream()
                        .map(role -> say("value.Capacity." + role.role(), language))
                        .collect(Collectors.joining(", ")));
    }

    private String say(String key, Locale language) {
        return sentences.say(key, List.of(), language);
    }
}
