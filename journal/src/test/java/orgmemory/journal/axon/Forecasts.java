// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import java.util.ArrayList;
import java.util.List;
import orgmemory.journal.Facts;
import orgmemory.message.Event;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Remembers everything it was told, in the order in which it was told. */
@Revision("1")
class Forecasts {

    /** What was told: {@code day amount}. */
    record Told(List<String> facts) {

        Told and(String fact) {
            var more = new ArrayList<>(facts);
            more.add(fact);
            return new Told(List.copyOf(more));
        }

        /** Not a part of the state, although it looks like one. */
        public boolean isEmpty() {
            return facts.isEmpty();
        }
    }

    @AggregateIdentifier
    private @Nullable String id;
    private Told told = new Told(List.of());

    void tell(Event event, String day) {
        AggregateLifecycle.apply(event, MetaData.from(Facts.on(day).toMetadata()));
    }

    List<String> told() {
        return told.facts();
    }

    @Nullable
    String id() {
        return id;
    }

    @EventSourcingHandler
    void on(Event event, MetaData metadata) {
        id = event.stream().toString();
        var amount = switch (event) {
            case RevenueForecastRecorded forecast -> forecast.amountAgorot();
            case BudgetCutProposed cut -> cut.amountAgorot();
            default -> throw new IllegalStateException("Not for an aggregate: " + event);
        };
        told = told.and(metadata.get("occurredOn") + " " + amount);
    }
}
