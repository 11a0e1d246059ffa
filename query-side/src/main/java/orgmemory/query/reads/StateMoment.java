// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.Memory;

/**
 * One of two moments that are compared.
 *
 * @param knownOn it rests on what was recorded up to that position
 * @param existed whether there was anything then
 */
record StateMoment(LocalDate asOf, long knownOn, boolean existed) {

    static StateMoment of(BitemporalPoint point, @Nullable Answer answer, Memory memory) {
        if (answer != null) {
            return new StateMoment(answer.asOf(), answer.knownOn(), true);
        }
        long position = memory.position();
        return new StateMoment(Objects.requireNonNullElse(point.asOf(), memory.today()),
                Math.min(Objects.requireNonNullElse(point.knownOn(), position), position), false);
    }
}
