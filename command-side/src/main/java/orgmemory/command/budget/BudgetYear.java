// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import orgmemory.command.Circumstances;
import orgmemory.command.Sums;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetCutMessages.AcceptBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetCutMessages.ProposeBudgetCut;
import orgmemory.message.budget.BudgetCutMessages.WithdrawBudgetCut;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetLineMessages.DraftBudgetLine;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.CutRoundMessages.OpenCutRound;
import orgmemory.message.budget.CutRoundMessages.SetIndicativeShares;
import orgmemory.message.budget.SolidarityTransferMessages.AcceptSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.OfferSolidarityTransfer;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.budget.SolidarityTransferMessages.WithdrawSolidarityOffer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The money of a year: what is free, what is lacking and what is given is decided here, in one place and at once. */
@Revision("2")
@JsonAutoDetect(fieldVisibility = ANY)
public class BudgetYear {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String id;
    private YearState state = YearState.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenBudgetYear command, Circumstances who) {
        record(decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordRevenueForecast command, Circumstances who) {
        record(decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(PublishFullView command, Circumstances who) {
        record(decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(RecordPastMovement command, Circumstances who) {
        record(PastMovement.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(DraftBudgetLine command, Circumstances who) {
        record(BudgetLine.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OpenCutRound command, Circumstances who) {
        record(CutRound.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(SetIndicativeShares command, Circumstances who) {
        record(CutRound.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(ProposeBudgetCut command, Circumstances who) {
        record(BudgetCut.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawBudgetCut command, Circumstances who) {
        record(BudgetCut.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AcceptBudgetCut command, Circumstances who) {
        record(BudgetCut.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(OfferSolidarityTransfer command, Circumstances who) {
        record(SolidarityTransfer.decide(state, command, who), who);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(AcceptSolidarityTransfer command, Circumstances who) {
        SolidarityTransfer.decide(state, command, who).forEach(event -> record(event, who));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(WithdrawSolidarityOffer command, Circumstances who) {
        record(SolidarityTransfer.decide(state, command, who), who);
    }

    @EventSourcingHandler
    void on(Event event, MetaData metadata) {
        id = event.stream().toString();
        state = evolve(state, event, Envelope.of(metadata)).naming(event);
    }

    private void record(Event event, Circumstances who) {
        Sums.mustHold(event, state.namedAgorot());
        apply(event, who.metadata());
    }

    static BudgetYearOpened decide(YearState year, OpenBudgetYear command, Circumstances who) {
        if (year.id() != null) {
            throw Circumstances.exists(command.stream());
        }
        if (!command.from().isBefore(command.to())) {
            throw new Rejected("budget-year.ends-before-it-begins", command.from(), command.to());
        }
        return new BudgetYearOpened(command.yearId(), command.from(), command.to());
    }

    static RevenueForecastRecorded decide(YearState year, RecordRevenueForecast command, Circumstances who) {
        year.mustBeOpen(command.yearId());
        year.inOrder(who, command.entity());
        return new RevenueForecastRecorded(command.yearId(), command.amountAgorot(), command.source(),
                command.confidence());
    }

    static FullViewPublished decide(YearState year, PublishFullView command, Circumstances who) {
        year.mustBeOpen(command.yearId());
        year.inOrder(who, command.entity());
        who.rule(!year.lines().isEmpty(), "full-view.no-lines", command.yearId());
        return new FullViewPublished(command.yearId());
    }

    /** The year after one more of its facts. Total: no order of facts makes it throw. */
    public static YearState evolve(YearState year, Event event, Envelope envelope) {
        var seen = event instanceof PastMovementRecorded
                ? year
                : year.seen(event.entity(), envelope.occurredOn());
        return switch (event) {
            case BudgetYearEvent own -> evolve(seen, own, envelope);
            case BudgetLineEvent line -> BudgetLine.evolve(seen, line);
            case CutRoundEvent round -> CutRound.evolve(seen, round);
            case BudgetCutEvent cut -> BudgetCut.evolve(seen, cut, envelope);
            case SolidarityTransferEvent transfer -> SolidarityTransfer.evolve(seen, transfer, envelope);
            default -> year;
        };
    }

    private static YearState evolve(YearState year, BudgetYearEvent event, Envelope envelope) {
        return switch (event) {
            case BudgetYearOpened opened -> year.opened(opened.yearId());
            case RevenueForecastRecorded forecast -> year;
            case FullViewPublished published -> year.fullView(envelope.occurredOn());
            case PastMovementRecorded movement -> PastMovement.evolve(year, movement);
        };
    }
}
