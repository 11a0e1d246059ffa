// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.States;
import orgmemory.query.screen.read.States.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads consultations at the moment that a page is about. */
@Component
public final class ConsultationReads {

    private final States states;
    private final Consultations consultations;

    ConsultationReads(States states, Consultations consultations) {
        this.states = states;
        this.consultations = consultations;
    }

    /** An advice of somebody, and the consultation that it was given in. */
    public record Given(Consultation in, Participant by) {
    }

    /** Whom consultations heard, or waited for as long as they had promised, by what they served. */
    public record Heard(Map<Subject, Set<PersonId>> byServed) {

        public boolean about(Subject served, @Nullable PersonId person) {
            return person != null && byServed.getOrDefault(served, Set.of()).contains(person);
        }
    }

    /** A consultation; empty where there was none, or it was not known, then. */
    Optional<State<Consultation>> one(String id, Page page) {
        return states.one(consultations, id, page.point());
    }

    /** All consultations, the latest first. */
    List<Consultation> all(Page page) {
        return states.all(consultations, Map.of(), null, page.point())
                .stream()
                .map(State::it)
                .sorted(comparing(Consultation::askedOn, nullsFirst(naturalOrder())).reversed())
                .toList();
    }

    /** The consultations that served one of some things, the latest first. */
    public List<Consultation> serving(List<Subject> things, Page page) {
        return all(page).stream().filter(it -> it.serves().stream().anyMatch(things::contains)).toList();
    }

    /** Who was heard about what. */
    public Heard heard(Page page) {
        var heard = new HashMap<Subject, Set<PersonId>>();
        all(page).stream()
                .filter(it -> it.summary() != null)
                .forEach(it -> it.serves()
                        .forEach(served -> it.participants()
                                .stream()
                                .filter(Participant::heard)
                                .forEach(each -> heard.computeIfAbsent(served, _ -> new HashSet<>())
                                        .add(each.personId()))));
        return new Heard(heard);
    }

    /** What the reader has advised, the latest question first. */
    List<Given> ownAdvice(Page page) {
        var reader = page.reader();
        return reader == null
                ? List.of()
                : all(page).stream().flatMap(it -> by(it, reader.id().subject())).toList();
    }

    private static Stream<Given> by(Consultation it, Subject person) {
        return it.participants()
                .stream()
                .filter(each -> each.advised() && each.personId().subject().equals(person))
                .map(each -> new Given(it, each));
    }
}
