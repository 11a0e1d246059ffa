// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.folding;

import orgmemory.message.Catalogue;
import orgmemory.message.Event;
import orgmemory.message.Json;

/** How payloads are written to the record and read from it. */
public interface Payloads {

    /** The event as JSON, in the revision its class declares. */
    String write(Event event);

    /** The event that was kept under the name and revision. */
    Event read(String name, int revision, String json);

    /** Payloads that never had another form. */
    static Payloads plain() {
        return new Payloads() {

            @Override
            public String write(Event event) {
                return Json.mapper().writeValueAsString(event);
            }

            @Override
            public Event read(String name, int revision, String json) {
                var type = Catalogue.eventsByStoredName().get(name);
                if (type == null) {
                    throw new IllegalStateException("No event is kept as " + name);
                }
                return Json.mapper().readValue(json, type);
            }
        };
    }
}
