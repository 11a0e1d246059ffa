// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.List;
import orgmemory.message.Event;

/** The figures that people watch and facts move. Each topic names those of its views. */
public interface Figures {

    /** Figures of the things that the event concerns; none where it is not of the topic. */
    List<Figure<?>> of(Event event);
}
