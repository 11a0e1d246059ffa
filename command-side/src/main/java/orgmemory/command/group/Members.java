// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a group, was or wishes to be.
 *
 * @param people   all who are or were in it, once for each time, in the order in which they joined
 * @param requests who wishes to be in it and is not yet
 * @param lapsesOn when the group lapses unless it has three members before; null while it has
 */
public record Members(List<Member> people, List<Request> requests, @Nullable LocalDate lapsesOn) {

    /** Fewer do not make a group. */
    static final int FEWEST = 3;

    static final Members NONE = new Members(List.of(), List.of(), null);

    /**
     * Somebody who is or was in the group.
     *
     * @param until     the day on which they left; null while they are in it
     * @param relevance what they hope to learn, or to bring
     */
    public record Member(PersonId personId, LocalDate since, @Nullable LocalDate until, boolean guest,
            String relevance) {

        boolean present() {
            return until == null;
        }

        boolean is(Subject person) {
            return personId.subject().equals(person);
        }
    }

    /**
     * Somebody who wishes to be in it.
     *
     * @param admitOn   from which day on they are, where nobody objects
     * @param objectors which members object
     */
    public record Request(PersonId personId, String relevance, LocalDate askedOn, LocalDate admitOn,
            List<Subject> objectors) {
    }

    /** Who is in the group, as a member or a guest. */
    Optional<Member> inside(Subject person) {
        return people.stream().filter(each -> each.present() && each.is(person)).findFirst();
    }

    /** Whether somebody is a member, and was on that day. */
    boolean isMember(Subject person, LocalDate day) {
        return inside(person).filter(each -> !each.guest && !each.since.isAfter(day)).isPresent();
    }

    /** How many members it has of those who had joined by that day; guests do not count. */
    long count(LocalDate day) {
        return people.stream()
                .filter(each -> each.present() && !each.guest && !each.since.isAfter(day))
                .count();
    }

    boolean enough() {
        return count(LocalDate.MAX) >= FEWEST;
    }

    Optional<Request> request(PersonId person) {
        return requests.stream().filter(each -> each.personId.equals(person)).findFirst();
    }

    Members lapsing(@Nullable LocalDate day) {
        return new Members(people, requests, day);
    }

    Members joined(PersonId person, LocalDate day, boolean guest, String relevance) {
        var member = new Member(person, day, null, guest, relevance);
        var all = Stream.concat(people.stream(), Stream.of(member)).toList();
        return new Members(all, without(person), lapsesOn);
    }

    Members left(PersonId person, LocalDate day) {
        var all = people.stream()
                .map(each -> each.present() && each.personId.equals(person)
                        ? new Member(person, each.since, day, each.guest, each.relevance)
                        : each)
                .toList();
        return new Members(all, requests, lapsesOn);
    }

    Members requested(Request request) {
        return new Members(people,
                Stream.concat(without(request.personId).stream(), Stream.of(request)).toList(), lapsesOn);
    }

    Members requestedNoMore(PersonId person) {
        return new Members(people, without(person), lapsesOn);
    }

    /** Somebody objects to a request, or does no more. */
    Members objected(PersonId person, Subject objector, boolean objects) {
        return new Members(people, requests.stream()
                .map(each -> each.personId.equals(person) ? objected(each, objector, objects) : each)
                .toList(), lapsesOn);
    }

    private static Request objected(Request request, Subject objector, boolean objects) {
        var others = request.objectors.stream().filter(each -> !each.equals(objector));
        return new Request(request.personId, request.relevance, request.askedOn, request.admitOn,
                (objects ? Stream.concat(others, Stream.of(objector)) : others).toList());
    }

    private List<Request> without(PersonId person) {
        return requests.stream().filter(each -> !each.personId.equals(person)).toList();
    }
}
