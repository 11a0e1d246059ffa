// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate that makes one event a command: the same class runs over each engine that is compared. */
@Revision("1")
public class ForecastLedger {

    // Axon reads it by reflection.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;
    private long amountAgorot;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordRevenueForecast command) {
        apply(new RevenueForecastRecorded(command.yearId(), command.amountAgorot() + amountAgorot % 7,
                command.source(), command.confidence()));
    }

    @EventSourcingHandler
    void on(RevenueForecastRecorded event) {
        id = event.stream().toString();
        amountAgorot = event.amountAgorot();
    }
}
