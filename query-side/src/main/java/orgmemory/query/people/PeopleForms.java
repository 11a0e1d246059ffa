// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import orgmemory.message.Capacity;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.people.PeopleChoices.Known;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.FormSender;
import orgmemory.query.screen.form.Form;
import orgmemory.query.screen.form.Refusals;
import orgmemory.query.screen.read.Names;
import orgmemory.query.screen.read.TheInstitute;
import tools.jackson.databind.node.ObjectNode;

/** The forms with which a memory comes to know its people: what may be chosen in them, and what is sent. */
@Component
final class PeopleForms {

    private static final Map<String, String> FIELDS = Map.ofEntries(entry("institute.exists", "name"),
            entry("manager.already-appointed", "personId"), entry("manager.not-appointed", "personId"),
            entry("manager.still-accountable", "personId"),
            entry("manager.tenure-after-appointment", "tenureStart"),
            entry("area.already-accountable", "areaId"), entry("area.nobody-accountable", "areaId"),
            entry("area.not-a-manager", "managerId"), entry("area.same-manager", "managerId"),
            entry("area.handed-over-later", "from"), entry("grant.overlaps", "role"),
            entry("grant.none-to-revoke", "role"), entry("grant.too-few-keepers", "personId"),
            entry("grant.to-oneself", "personId"), entry("grant.until-before-from", "until"),
            entry("from.before-occurred-on", "from"));

    private static final Set<String> NUMBERS = Set.of("timeSharePercent");

    private static final Set<String> NOT_OF_THE_COMMAND = Set.of("do", "key", "sent", "_csrf", "asOf",
            "knownOn", "envelope");

    private final PeopleChoices choices;
    private final FormSender sender;
    private final Names names;
    private final TheInstitute institute;

    PeopleForms(PeopleChoices choices, FormSender sender, Names names, TheInstitute institute) {
        this.choices = choices;
        this.sender = sender;
        this.names = names;
        this.institute = institute;
    }

    /** What the reader may ask for now, and can: nobody is made accountable before there is an area. */
    List<String> offered(Page page) {
        var allowed = allowed(page);
        return allowed.isEmpty() ? List.of() : offered(allowed, choices.known(page), page);
    }

    private static List<PeopleForm> allowed(Page page) {
        return Stream.of(PeopleForm.values()).filter(which -> which.mayBeAskedFor(page)).toList();
    }

    private List<String> offered(List<PeopleForm> allowed, Known known, Page page) {
        return allowed.stream()
                .filter(which -> which != PeopleForm.INSTITUTE || institute.registered().isEmpty())
                .filter(which -> choices.of(which, known, page).values().stream().noneMatch(Map::isEmpty))
                .map(PeopleForm::word)
                .toList();
    }

    /** An empty form, or one that begins with what the address says. */
    Optional<OpenPeopleForm> fresh(String what, Map<String, String> given, Page page) {
        var allowed = allowed(page);
        return PeopleForm.of(what).filter(allowed::contains).flatMap(which -> {
            var known = choices.known(page);
            return offered(allowed, known, page).contains(what)
                    ? Optional.of(
                            new OpenPeopleForm(what, Form.fresh(begun(given, page)),
                                    choices.of(which, known, page)))
                    : Optional.empty();
        });
    }

    OpenPeopleForm again(PeopleForm which, Form form, Page page) {
        return new OpenPeopleForm(which.word(), form, choices.of(which, choices.known(page), page));
    }

    private static Map<String, String> begun(Map<String, String> given, Page page) {
        var begun = new LinkedHashMap<>(given);
        begun.putIfAbsent("from", page.today().toString());
        return begun;
    }

    /** The form again, with what is wrong; empty where it was taken. */
    Optional<Form> send(PeopleForm which, Form form, Page page) {
        var body = FormSender.body();
        form.typed().forEach((field, value) -> {
            if (!value.isEmpty() && !NOT_OF_THE_COMMAND.contains(field)) {
                put(body, field, value);
            }
        });
        since(which, form, page).ifPresent(day -> {
            var envelope = body.putObject("envelope");
            envelope.put("occurredOn", day.toString());
            envelope.put("attestation", "IMPORTED");
        });
        return sender.send(page, which.command(), body, form, new Refusals(FIELDS, called(page)));
    }

    private static void put(ObjectNode body, String field, String value) {
        if (NUMBERS.contains(field) && value.matches("\\d{1,4}")) {
            body.put(field, Integer.parseInt(value));
        } else {
            body.put(field, value);
        }
    }

    /** What began earlier than today is taken over from an earlier record, which memory keepers do. */
    private static Optional<LocalDate> since(PeopleForm which, Form form, Page page) {
        if (which.ends()) {
            return Optional.empty();
        }
        try {
            var from = LocalDate.parse(form.value("from"));
            return from.isBefore(page.today()) && page.may("MEM") ? Optional.of(from) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private UnaryOperator<Object> called(Page page) {
        var in = names.in(page.language());
        return named -> switch (named) {
            case PersonId person -> in.of(person.subject());
            case AreaId area -> in.of(area.subject());
            case Capacity capacity -> choices.word(capacity, page);
            default -> named;
        };
    }
}
