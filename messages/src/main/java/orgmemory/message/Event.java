// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import java.util.List;

/**
 * A fact. It carries ids and plain values only; who recorded it, when and in which capacity stands in its
 * {@link Envelope}. No names of people stand in any event but those about persons.
 */
public interface Event {

    /** The stream the event belongs to: {@code budget-year/BY2017}. */
    Subject stream();

    /** The one thing whose life it is a step of: {@code cut/C-1}. The count of its events is its version. */
    default Subject entity() {
        return stream();
    }

    /** Whom and what it concerns, its entity and its stream among them. */
    List<Subject> subjects();

    /** What it calls its entity from here on, in every spelling; none where it says nothing of that. */
    default List<String> names() {
        return List.of();
    }

    /** What comes due by it, and what is due no more; most say nothing of that. */
    default List<Due> dues() {
        return List.of();
    }

    /** What its stream served, by its own word: there, the stream's facts stand in the trail as well. Most serve nothing. */
    default List<Subject> serves() {
        return List.of();
    }

    /** Ids that the event takes for ever, across all streams: a second event that claims one is refused. */
    default List<Subject> claims() {
        return List.of();
    }
}
