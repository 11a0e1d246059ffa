// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import orgmemory.message.people.PersonId;

/**
 * In which order people lead: who has led least recently comes first, of those who never led who joined first. Whoever has
 * left keeps their place for when they come back. Nobody is measured by it.
 *
 * @param line    all who ever joined, in the order of their turns
 * @param waiting how many at the beginning have not led yet, or changed places with somebody who has not
 * @param passed  whose turn was skipped; it comes again once another has led
 */
public record LeadTurns(List<PersonId> line, int waiting, List<PersonId> passed) {

    /** Before anybody has joined. */
    public static final LeadTurns NONE = new LeadTurns(List.of(), 0, List.of());

    public LeadTurns {
        line = List.copyOf(line);
        passed = List.copyOf(passed);
    }

    /** Somebody joins: they have not led yet. Who comes back has their place. */
    public LeadTurns joined(PersonId person) {
        if (line.contains(person)) {
            return this;
        }
        var all = new ArrayList<>(line);
        all.add(waiting, person);
        return new LeadTurns(all, waiting + 1, passed);
    }

    /** Somebody begins to lead: their next turn is the last of all. */
    public LeadTurns led(PersonId person) {
        int place = line.indexOf(person);
        var all = new ArrayList<>(line);
        all.remove(person);
        all.add(person);
        boolean first = place >= 0 && place < waiting;
        return new LeadTurns(all, first ? waiting - 1 : waiting, List.of());
    }

    /** Two change places. */
    public LeadTurns swapped(PersonId one, PersonId other) {
        int here = line.indexOf(one);
        int there = line.indexOf(other);
        if (here < 0 || there < 0) {
            return this;
        }
        var all = new ArrayList<>(line);
        Collections.swap(all, here, there);
        return new LeadTurns(all, waiting, passed);
    }

    /** Somebody's turn is skipped, this time. */
    public LeadTurns skipped(PersonId person) {
        return new LeadTurns(line, waiting,
                Stream.concat(passed.stream(), Stream.of(person)).distinct().toList());
    }

    /**
     * Whose turn is next.
     *
     * @param may who can lead: present members who are not on leave, and never one of the managers' managers
     */
    public Optional<PersonId> next(Predicate<PersonId> may) {
        return line.stream().filter(may).filter(person -> !passed.contains(person)).findFirst();
    }
}
