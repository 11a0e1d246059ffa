// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.facts;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import orgmemory.journal.EventCodec;
import orgmemory.message.Catalogue;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.Audience;

/** What served a thing or a part of it, by the facts that say so: one step, and no further. */
final class LinkedStreams {

    /** People take part in things; nothing is a part of them. */
    private static final String PERSON = "person";

    /** Kinds of facts that may say what their stream served. */
    private static final String[] LINKING = Catalogue.eventsByStoredName()
            .entrySet()
            .stream()
            .filter(event -> mayServe(event.getValue()))
            .map(event -> event.getKey())
            .toArray(String[]::new);

    /** Links to a thing, and to whatever has a fact in its life that concerns the thing; there are few of all of them. */
    private static final String CANDIDATES = """
            select r.position from memory.record r
            where r.name = any(:linking) and r.position <= :known and\s""" + Audience.MAY_SEE_NAMED
            + """
                    and exists (
                       select from (
                           select r.subjects as named union all
                           select c.subjects from memory.record c where c.corrects = r.position and c.position <= :known
                       ) said, unnest(said.named) as about (thing)
                       where about.thing = :thing or exists (
                           select from memory.record e join memory.mention m on m.position = e.position
                           where e.entity = about.thing and m.subject = :thing and e.position <= :known))""";

    private static final String LIVES = """
            select r.position from memory.record r
            where r.entity = any(:entities) and r.corrects is null and r.position <= :known and\s"""
            + Audience.MAY_SEE_NAMED;

    private final JdbcClient sql;
    private final Audience audience;
    private final StandingFacts facts;

    LinkedStreams(JdbcClient sql, Audience audience, EventCodec codec) {
        this.sql = sql;
        this.audience = audience;
        this.facts = new StandingFacts(sql, audience, codec);
    }

    /** The streams that served it by the end of a day, as known at a position, in the order of their links. */
    List<Subject> to(Subject thing, LocalDate asOf, long known) {
        var links = standing(sql.sql(CANDIDATES)
                .param("linking", LINKING)
                .param("thing", thing.toString()), asOf, known);
        var parts = parts(thing, links, asOf, known);
        return links.stream()
                .filter(link -> link.serves().stream().anyMatch(to -> to.equals(thing) || parts.contains(to)))
                .map(Event::stream)
                .filter(Predicate.not(thing::equals))
                .distinct()
                .toList();
    }

    /** Of what was linked to, that which belongs to the thing as matters stand: a fact of its life concerns the thing. */
    private Set<Subject> parts(Subject thing, List<Event> links, LocalDate asOf, long known) {
        var others = links.stream()
                .flatMap(link -> link.serves().stream())
                .filter(Predicate.not(thing::equals))
                .map(Subject::toString)
                .distinct()
                .toArray(String[]::new);
        return others.length == 0 || thing.type().equals(PERSON)
                ? Set.of()
                : standing(sql.sql(LIVES).param("entities", others), asOf, known).stream()
                        .filter(step -> step.subjects().contains(thing))
                        .map(Event::entity)
                        .collect(toSet());
    }

    private List<Event> standing(JdbcClient.StatementSpec found, LocalDate asOf, long known) {
        var positions = found.param("known", known)
                .param("audience", audience.array())
                .query(Long.class)
                .list();
        return facts.at(positions, known)
                .stream()
                .filter(fact -> !fact.annulled() && !fact.standing().day().isAfter(asOf))
                .map(fact -> fact.standing().event())
                .toList();
    }

    private static boolean mayServe(Class<? extends Event> event) {
        try {
            return event.getMethod("serves").getDeclaringClass() != Event.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Each event has it of its interface", impossible);
        }
    }
}
