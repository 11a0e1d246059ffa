// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Desk;
import orgmemory.query.screen.form.Form;
import orgmemory.query.screen.form.Refusals;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.TheInstitute;
import tools.jackson.databind.node.ObjectNode;

/** The forms with which a memory comes to know its people: what may be chosen in them, and what is sent. */
@Component
final class PeopleForms {

    private static final Map<String, String> FIELDS = Map.of("institute.exists", "name",
            "manager.already-appointed", "personId", "manager.tenure-after-appointment", "tenureStart",
            "area.already-accountable", "areaId", "area.not-a-manager", "managerId", "grant.overlaps", "role",
            "grant.to-oneself", "personId", "grant.until-before-from", "until", "from.before-occurred-on",
            "from");

    private static final Set<String> NUMBERS = Set.of("timeSharePercent");

    private static final Set<String> NOT_OF_THE_COMMAND = Set.of("do", "key", "sent", "_csrf", "asOf",
            "knownOn", "envelope");

    private final PeopleReads reads;
    private final Desk desk;
    private final Names names;
    private final Sentences sentences;
    private final TheInstitute institute;

    PeopleForms(PeopleReads reads, Desk desk, Names names, Sentences sentences, TheInstitute institute) {
        this.reads = reads;
        this.desk = desk;
        this.names = names;
        this.sentences = sentences;
        this.institute = institute;
    }

    /** What the reader may ask for now, and can: nobody is made accountable before there is an area. */
    List<String> offered(Page page) {
        return Stream.of(Asking.values())
                .filter(asking -> asking.mayBeAskedFor(page))
                .filter(asking -> asking != Asking.INSTITUTE || institute.registered().isEmpty())
                .filter(asking -> choices(asking, page).values().stream().noneMatch(Map::isEmpty))
                .map(Asking::word)
                .toList();
    }

    /** An empty form, or one that begins with what the address says. */
    Optional<Ask> fresh(String what, Map<String, String> given, Page page) {
        return Asking.of(what)
                .filter(asking -> offered(page).contains(what))
                .map(asking -> new Ask(what, Form.fresh(begun(given, page)), choices(asking, page)));
    }

    Ask again(Asking asking, Form form, Page page) {
        return new Ask(asking.word(), form, choices(asking, page));
    }

    private static Map<String, String> begun(Map<String, String> given, Page page) {
        var begun = new LinkedHashMap<>(given);
        begun.putIfAbsent("from", page.today().toString());
        return begun;
    }

    /** The form again, with what is wrong; empty where it was taken. */
    Optional<Form> send(Asking asking, Form form, Page page) {
        var body = Desk.body();
        form.typed().forEach((field, value) -> {
            if (!value.isEmpty() && !NOT_OF_THE_COMMAND.contains(field)) {
                put(body, field, value);
            }
        });
        since(form, page).ifPresent(day -> {
            var envelope = body.putObject("envelope");
            envelope.put("occurredOn", day.toString());
            envelope.put("attestation", "IMPORTED");
        });
        return desk.send(page, asking.command(), body, form, new Refusals(FIELDS, called(page)));
    }

    private static void put(ObjectNode body, String field, String value) {
        if (NUMBERS.contains(field) && value.matches("\\d{1,4}")) {
            body.put(field, Integer.parseInt(value));
        } else {
            body.put(field, value);
        }
    }

    /** What began earlier than today is taken over from an earlier record, which memory keepers do. */
    private static Optional<LocalDate> since(Form form, Page page) {
        try {
            var from = LocalDate.parse(form.value("from"));
            return from.isBefore(page.today()) && page.may("MEM") ? Optional.of(from) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Map<String, Map<String, String>> choices(Asking asking, Page page) {
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
            case ACCOUNTABLE -> Map.of("areaId", openAreas(page), "managerId",
                    people(page, reads.people(page).stream().filter(person -> person.kind() != null)));
        };
    }

    private static boolean isReader(Person person, Page page) {
        var reader = page.reader();
        return reader != null && reader.id().equals(person.personId());
    }

    private Map<String, String> openAreas(Page page) {
        var areas = new LinkedHashMap<String, String>();
        reads.areas(page)
                .stream()
                .filter(area -> area.holdings().isEmpty())
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

    private String word(Enum<?> one, Page page) {
        return sentences.say("value." + one.getDeclaringClass().getSimpleName() + "." + one.name(), List.of(),
                page.language());
    }

    private UnaryOperator<Object> called(Page page) {
        var in = names.in(page.language());
        return named -> switch (named) {
            case PersonId person -> in.of(person.subject());
            case AreaId area -> in.of(area.subject());
            case Capacity capacity -> word(capacity, page);
            default -> named;
        };
    }
}
