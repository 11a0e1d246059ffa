// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Command;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one kind of stream, as functions of what they are given: they know no clock, no database and no framework.
 * A class that implements it in a topic's package is found there, see {@link Deciders}.
 *
 * @param <S> what the rules need to know of a stream: immutable, and kept in snapshots as JSON
 * @param <C> the commands that streams of this kind decide, sealed
 * @param <E> the events that they become, sealed
 */
public interface Decider<S, C extends Command, E extends Event> {

    /** The state of a stream to which nothing has happened yet. */
    S initial();

    /** Counts up whenever states are kept in another form: earlier snapshots are left aside. */
    int revision();

    /**
     * What the command becomes, in order; empty where nothing would change.
     *
     * @throws orgmemory.message.Rejected where a rule stands against it
     */
    List<E> decide(S state, C command, DecisionContext context);

    /** The state after one more event. Total: no order of events makes it throw, since corrections may leave any. */
    S evolve(S state, E event, Envelope envelope);

    /** What an event of that day says to the register, by which other streams decide; most say nothing. */
    default List<RegisterEntry> registers(E event, LocalDate day) {
        return List.of();
    }

    /**
     * What has to hold of the register once an event of that day is in it, whatever else is appended at the same moment;
     * most ask nothing, and what is imported is spared.
     */
    default List<RegisterRule> rules(E event, LocalDate day) {
        return List.of();
    }

    /**
     * Refuses where nobody, or not this person, may correct or annul the fact.
     *
     * @throws orgmemory.message.Rejected saying why
     */
    default void mayCorrect(E original, DecisionContext context) {
    }

    /**
     * Refuses what not even a correction may say.
     *
     * @param before   what stands of the fact until now; null where it was annulled
     * @param right    what it should have said
     * @param standing all facts of the stream that stand, this one among them
     * @throws orgmemory.message.Rejected saying why
     */
    default void mayReplace(@Nullable E before, E right, List<Event> standing, DecisionContext context) {
    }
}
