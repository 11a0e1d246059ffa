// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.wiring;

import java.util.List;
import orgmemory.journal.AppendCompanion;
import orgmemory.journal.StartRefused;
import orgmemory.journal.axon.JournalStorageEngine;
import orgmemory.journal.axon.OrderedEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;

/** Refuses the start where a part that must work is one that silently does nothing, or another than was meant. */
record WiringCheck(EventBus eventBus, EventStorageEngine engine, CommandBus commandBus,
        List<? extends Repository<?>> repositories, Cache cache, List<AppendCompanion> companions) {

    /** @throws StartRefused naming the first part that is not the one that was meant */
    void run() {
        need(eventBus instanceof OrderedEventStore, "the event store", eventBus);
        need(engine instanceof JournalStorageEngine, "the event storage engine", engine);
        need(commandBus.getClass() == SimpleCommandBus.class, "the command bus", commandBus);
        repositories.forEach(each -> need(each instanceof AggregateRepository, "a repository", each));
        need(!(cache instanceof NoCache), "the cache of aggregates", cache);
        if (companions.isEmpty()) {
            throw new StartRefused(
                    "The command side is wired wrongly: nothing writes the register when events are appended.");
        }
    }

    private static void need(boolean meant, String part, Object found) {
        if (!meant) {
            throw new StartRefused("The command side is wired wrongly: " + part + " is "
                    + found.getClass().getSimpleName() + ", which was not meant.");
        }
    }
}
