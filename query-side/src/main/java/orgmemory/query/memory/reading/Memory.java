// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.AnswerPage;
import orgmemory.query.memory.Arrivals;
import orgmemory.query.memory.Clocks;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewUnavailable;
import orgmemory.query.memory.Views;
import org.jspecify.annotations.Nullable;

/** What is asked of the memory: states of views at both clocks, how the views stand, and how far it has come. */
@SuppressWarnings("DoNotCallSuggester")
public final class Memory {

    public Memory(DataSource dataSource, Views views, Arrivals arrivals, ZoneId zone, InstantSource clock) {
    }

    /**
     * Reads both clocks as people write them: a day; a day, an instant or a position. Refused as malformed, naming the field
     * ({@code HttpProblem.malformed("asOf", "day")}), where they are neither, or still to come ({@code "to-come"}).
     */
    public Clocks clocks(@Nullable String asOf, @Nullable String knownOn) {
        throw new UnsupportedOperationException();
    }

    /**
     * One state; empty where the key did not exist, or was not known, then.
     *
     * @throws ViewUnavailable where the view broke or is folded for the first time
     */
    public Optional<Answer> read(String view, String key, Clocks clocks) {
        throw new UnsupportedOperationException();
    }

    /** A page of states, those that existed then. */
    public AnswerPage list(String view, ListQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How each view stands. */
    public List<ViewStatus> status() {
        throw new UnsupportedOperationException();
    }

    /** All views stand at this position: every event up to it is in what they say. */
    public long position() {
        throw new UnsupportedOperationException();
    }

    /** Waits until the memory holds the position; false when the time ran out. */
    public boolean awaitPosition(long position, Duration atMost) {
        throw new UnsupportedOperationException();
    }

    /** Waits until the memory holds the event; false when the time ran out. */
    public boolean awaitEvent(String eventId, Duration atMost) {
        throw new UnsupportedOperationException();
    }
}
