// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import java.time.LocalDate;
import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.register.RegisterEntry;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.command.register.RegisterRows;
import orgmemory.command.register.RegisterRule;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutCommand;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutEvent;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineCommand;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineEvent;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetMessages.BudgetEvent;
import orgmemory.message.budget.BudgetYearMessages.AcknowledgeFullView;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearCommand;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearEvent;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewAcknowledged;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.OpenBudgetYear;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.PublishFullView;
import orgmemory.message.budget.BudgetYearMessages.RecordPastMovement;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutRoundMessages.CutRoundCommand;
import orgmemory.message.budget.CutRoundMessages.CutRoundEvent;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferCommand;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferEvent;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/** The money of a year: what is free, what is lacking and what is given is decided here, in one place and at once. */
public final class BudgetYear implements Decider<YearState, BudgetCommand, BudgetEvent> {

    @Override
    public YearState initial() {
        return YearState.NONE;
    }

    @Override
    public int revision() {
        return 6 + BudgetCut.REVISION + SolidarityTransfer.REVISION;
    }

    @Override
    public List<BudgetEvent> decide(YearState year, BudgetCommand command, DecisionContext context) {
        AreaRelease.mustNotReopen(year, command, context);
        List<BudgetEvent> events = switch (command) {
            case BudgetYearCommand own -> List.of(decide(year, own, context));
            case BudgetLineCommand line -> List.of(BudgetLine.decide(year, line, context));
            case CutRoundCommand round -> List.of(CutRound.decide(year, round, context));
            case BudgetCutCommand cut -> List.of(BudgetCut.decide(year, cut, context));
            case SolidarityTransferCommand transfer ->
                List.copyOf(SolidarityTransfer.decide(year, transfer, context));
        };
        long named = year.namedAgorot();
        for (var event : events) {
            Sums.mustHold(event, named);
            named = Amounts.plus(named, Amounts.named(event));
        }
        return events;
    }

    private static BudgetYearEvent decide(YearState year, BudgetYearCommand command,
            DecisionContext context) {
        return switch (command) {
            case OpenBudgetYear open -> open(year, open);
            case RecordRevenueForecast forecast -> forecast(year, forecast, context);
            case PublishFullView publish -> publishFullView(year, publish, context);
            case AcknowledgeFullView acknowledge -> acknowledgeFullView(year, acknowledge, context);
            case ReleaseArea release -> AreaRelease.release(year, release, context);
            case RecordPastMovement movement -> PastMovement.record(year, movement, context);
        };
    }

    static BudgetYearOpened open(YearState year, OpenBudgetYear command) {
        if (year.id() != null) {
            throw DecisionContext.exists(command.stream());
        }
        if (!command.from().isBefore(command.to())) {
            throw new Rejected("budget-year.ends-before-it-begins", command.from(), command.to());
        }
        return new BudgetYearOpened(command.yearId(), command.from(), command.to());
    }

    static RevenueForecastRecorded forecast(YearState year, RecordRevenueForecast command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.inOrder(context, command.entity());
        return new RevenueForecastRecorded(command.yearId(), command.amountAgorot(), command.source(),
                command.confidence());
    }

    static FullViewPublished publishFullView(YearState year, PublishFullView command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        year.inOrder(context, command.entity());
        context.rule(year.all(BudgetLine.class).findAny().isPresent(), "full-view.no-lines",
                command.yearId());
        return new FullViewPublished(command.yearId());
    }

    /** Whoever says so late does not hold up what others say: the days of these facts have no order among themselves. */
    static FullViewAcknowledged acknowledgeFullView(YearState year, AcknowledgeFullView command,
            DecisionContext context) {
        year.mustBeOpen(command.yearId());
        var speaker = context.speaker();
        if (!speaker.type().equals("person")) {
            throw new Rejected("on-behalf-of.type", speaker);
        }
        context.rule(year.fullViewOn() != null && !context.occurredOn().isBefore(year.fullViewOn()),
                "full-view.not-published", command.yearId(), context.occurredOn());
        if (year.seenBy().contains(speaker)) {
            throw new Rejected("full-view.acknowledged", new PersonId(speaker.id()), command.yearId());
        }
        return new FullViewAcknowledged(command.yearId(), new PersonId(speaker.id()));
    }

    @Override
    public YearState evolve(YearState year, BudgetEvent event, Envelope envelope) {
        // Some have no order among the facts of the year as a whole.
        var seen = event instanceof PastMovementRecorded || event instanceof FullViewAcknowledged
                || event instanceof AreaReleased ? year : year.seen(event.entity(), envelope.occurredOn());
        return (switch (event) {
            case BudgetYearEvent own -> evolve(seen, own, envelope);
            case BudgetLineEvent line -> BudgetLine.evolve(AreaRelease.before(seen, line), line);
            case CutRoundEvent round -> CutRound.evolve(seen, round);
            case BudgetCutEvent cut -> BudgetCut.evolve(seen, cut, envelope);
            case SolidarityTransferEvent transfer -> SolidarityTransfer.evolve(seen, transfer, envelope);
        }).naming(event);
    }

    private static YearState evolve(YearState year, BudgetYearEvent event, Envelope envelope) {
        return switch (event) {
            case BudgetYearOpened opened -> year.opened(opened.yearId(), opened.to());
            case RevenueForecastRecorded forecast -> year;
            case FullViewPublished published -> year.fullView(envelope.occurredOn());
            case FullViewAcknowledged acknowledged -> year.seenBy(acknowledged.personId());
            case AreaReleased released -> year.with(released.areaId(), new AreaRelease(true));
            case PastMovementRecorded movement -> PastMovement.evolve(year, movement);
        };
    }

    /** The year counts on each area that it has a line of, until it releases the area. */
    @Override
    public List<RegisterEntry> registers(BudgetEvent event, LocalDate day) {
        return switch (event) {
            case BudgetLineDrafted drafted when drafted.areaId() != null ->
                List.of(RegisterEntry.uses(drafted.yearId(), drafted.areaId(), day));
            case AreaReleased released ->
                List.of(RegisterEntry.usesNoMore(released.yearId(), released.areaId(), day));
            default -> List.of();
        };
    }

    /** No line is drafted of an area that is closed, or is being closed at the same moment: of whatever day the line is. */
    @Override
    public List<RegisterRule> rules(BudgetEvent event, LocalDate day) {
        var area = event instanceof BudgetLineDrafted drafted ? drafted.areaId() : null;
        return area == null ? List.of() : List.of(rows -> mustBeOpen(rows, area, day));
    }

    private static void mustBeOpen(RegisterRows rows, AreaId area, LocalDate day) {
        rows.of(Kind.CLOSED, area.subject().toString(), day).stream().findFirst().ifPresent(closed -> {
            throw new Rejected("area.closed", area, closed.from());
        });
    }

    /** Whoever names less than before may always do so. What was annulled names nothing until it is told again. */
    @Override
    public void mayReplace(@Nullable BudgetEvent before, BudgetEvent right, List<Event> standing,
            DecisionContext context) {
        long earlier = before == null ? 0 : Amounts.named(before);
        if (Amounts.named(right) > earlier) {
            long named = Amounts.sum(standing.stream().mapToLong(Amounts::named));
            Sums.mustHold(right, Amounts.minus(named, earlier), "replacement");
        }
    }
}
