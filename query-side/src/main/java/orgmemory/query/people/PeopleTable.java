// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.stream.Collectors.groupingBy;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.things;
import static orgmemory.query.screen.table.TableColumn.word;
import static orgmemory.query.screen.table.TableColumn.words;
import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IN_FILES;
import static orgmemory.query.screen.table.TableColumn.Trait.ON_SCREENS;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import orgmemory.message.Subject;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;

/** Everybody as a table: who manages what, and who holds which role. */
final class PeopleTable {

    private PeopleTable() {
    }

    /** A person, with the areas they are accountable for, and whether they are on leave, at the moment of the page. */
    record PersonRow(Person person, List<Subject> areas, boolean onLeave) {
    }

    /** The table, with names as readers of a language know them. */
    static PageTable<PersonRow> in(Locale language) {
        return PageTable.<PersonRow>of("people", "people.sheet.", row -> "person-" + row.person().personId(),
                text("id", (PersonRow row) -> row.person().personId().value()).is(IN_FILES),
                text("name", (PersonRow row) -> row.person().calledIn(language)).is(IN_FILES),
                thing("person", (PersonRow row) -> row.person().personId().subject()).is(HEADER, ON_SCREENS),
                word("kind", row -> {
                    var kind = row.person().kind();
                    return kind == null ? null : Word.of("value.ManagerKind." + kind);
                }), word("leave", (PersonRow row) -> row.onLeave() ? Word.of("people.on-leave") : null)
                        .looking("badge t-gold")
                        .within("kind")
                        .is(ON_SCREENS),
                things("areas", PersonRow::areas).is(FIRST), words("roles", row -> row.person()
                        .roles()
                        .stream()
                        .map(role -> Word.of("value.Capacity." + role.role()))
                        .distinct()
                        .toList()));
    }

    static List<PersonRow> rows(List<Person> everybody, List<Area> areas, LocalDate day) {
        var accountable = areas.stream()
                .filter(area -> area.accountableId() != null)
                .collect(groupingBy(Area::accountableId));
        return everybody.stream()
                .map(person -> new PersonRow(person,
                        accountable.getOrDefault(person.personId(), List.of())
                                .stream()
                                .map(area -> area.areaId().subject())
                                .toList(),
                        person.onLeave(day)))
                .toList();
    }
}
