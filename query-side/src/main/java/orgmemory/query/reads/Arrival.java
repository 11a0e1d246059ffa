// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.time.Duration;
import java.util.regex.Pattern;
import orgmemory.access.HttpProblem;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.Memory;
import org.springframework.stereotype.Component;

/** Reads on which clocks a question is put, after what its asker has just written has arrived. */
@Component
public final class Arrival {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_TOKEN = 64;

    /** An event's id, as it is told: what cannot be one is not waited for. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)+");

    private final Memory memory;

    Arrival(Memory memory) {
        this.memory = memory;
    }

    /** Waits until the memory holds the event that {@code after} names; 503 where that takes too long. */
    public BitemporalPoint point(Parameters parameters) {
        var after = parameters.text("after");
        if (after != null) {
            await(after);
        }
        return memory.point(parameters.text("asOf"), parameters.text("knownOn"));
    }

    private void await(String event) {
        if (event.length() > LONGEST_TOKEN || !TOKEN.matcher(event).matches()) {
            throw HttpProblem.malformed("after", "token");
        }
        if (!memory.awaitEvent(event, PATIENCE)) {
            throw HttpProblem.later("read.not-arrived", 1);
        }
    }
}
