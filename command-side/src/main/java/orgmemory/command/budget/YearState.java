// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.message.Event;
import orgmemory.message.Id;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetMessages.BudgetCommand;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What the rules of a budget year need to know of it. Past movements leave nothing but their sums here.
 *
 * @param id         null until the year has been opened
 * @param endsOn     its last day; null where its opening is not known
 * @param fullViewOn the day from which everybody could see everything
 * @param seenBy     who said that they have seen it
 * @param parts      lines, rounds, cuts and transfers
 * @param balances   what was booked: to a line beside its draft, to a round toward what it requires
 * @param days       the first and last day of each thing's facts
 */
public record YearState(@Nullable BudgetYearId id, @Nullable LocalDate endsOn, @Nullable LocalDate fullViewOn,
        PSet<Subject> seenBy,
        PMap<Subject, YearPart> parts, PMap<Subject, Balance> balances, PMap<Subject, Days> days,
        long namedAgorot) {

    /** Nothing has happened yet. */
    public static final YearState NONE = new YearState(null, null, null, HashTreePSet.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(), HashTreePMap.empty(), 0);

    /** From when to when something has had facts. */
    public record Days(LocalDate first, LocalDate last) {

        private Days with(LocalDate day) {
            return new Days(day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
        }
    }

    /** Reads a state from a snapshot. */
    @JsonCreator
    static YearState of(@Nullable BudgetYearId id, @Nullable LocalDate endsOn, @Nullable LocalDate fullViewOn,
            Set<Subject> seenBy, Map<Subject, YearPart> parts, Map<Subject, Balance> balances,
            Map<Subject, Days> days, long namedAgorot) {
        return new YearState(id, endsOn, fullViewOn, HashTreePSet.from(seenBy), HashTreePMap.from(parts),
                HashTreePMap.from(balances),
                HashTreePMap.from(days), namedAgorot);
    }

    /** What a line still has: its draft, with what was booked to it. */
    public long free(LineId line) {
        var drafted = find(line, BudgetLine.class);
        return Amounts.plus(drafted == null ? 0 : drafted.draftAgorot(), balance(line.subject()).agorot());
    }

    /** What a round still lacks; below 0 only where an import or a correction made it so. */
    public long gap(RoundId round) {
        var opened = find(round, CutRound.class);
        return Amounts.minus(opened == null ? 0 : opened.requiredAgorot(), balance(round.subject()).agorot());
    }

    /** What a line would still carry of its indicative share in a round. */
    public long remainingShare(RoundId round, LineId line) {
        var opened = find(round, CutRound.class);
        long share = opened == null ? 0 : opened.shares().getOrDefault(line, 0L);
        long cut = Amounts.sum(all(BudgetCut.class).mapToLong(each -> each.carries(round, line)));
        long absorbed = Amounts
                .sum(all(SolidarityTransfer.class).mapToLong(each -> each.absorbs(round, line)));
        return Amounts.minus(share, Amounts.plus(cut, absorbed));
    }

    /** The part of that id; refused where there is none. */
    <P extends YearPart> P part(Id id, Class<P> type) {
        return part(id.subject(), type);
    }

    private <P extends YearPart> P part(Subject subject, Class<P> type) {
        var part = type.cast(parts.get(subject));
        if (part == null) {
            throw DecisionContext.unknown(subject);
        }
        return part;
    }

    /** The part that a command is about: there is one, in a year that is open, and nothing of a later day is known of it. */
    <P extends YearPart> P about(BudgetCommand command, Class<P> type, DecisionContext context) {
        mustBeOpen(command.yearId());
        var part = part(command.entity(), type);
        inOrder(context, command.entity());
        return part;
    }

    <P extends YearPart> @Nullable P find(Id id, Class<P> type) {
        return type.cast(parts.get(id.subject()));
    }

    <P extends YearPart> Stream<P> all(Class<P> type) {
        return parts.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** Refuses an id that has been taken in this year. */
    void mustBeNew(Id id) {
        if (parts.containsKey(id.subject())) {
            throw DecisionContext.exists(id.subject());
        }
    }

    /** Refuses unless the year has been opened. */
    void mustBeOpen(BudgetYearId year) {
        if (id == null) {
            throw DecisionContext.unknown(year.subject());
        }
    }

    /** Refuses a day before the thing's last fact, or before the first fact of what it is a part of. */
    void inOrder(DecisionContext context, Subject entity, Subject... wholes) {
        var own = days.get(entity);
        context.notBeforeLast(own == null ? null : own.last);
        for (var whole : wholes) {
            var span = days.get(whole);
            context.notBeforeWhole(span == null ? null : span.first);
        }
    }

    YearState opened(BudgetYearId year, LocalDate to) {
        return new YearState(year, to, fullViewOn, seenBy, parts, balances, days, namedAgorot);
    }

    YearState fullView(LocalDate day) {
        var first = fullViewOn == null || day.isBefore(fullViewOn) ? day : fullViewOn;
        return new YearState(id, endsOn, first, seenBy, parts, balances, days, namedAgorot);
    }

    YearState seenBy(PersonId person) {
        return new YearState(id, endsOn, fullViewOn, seenBy.plus(person.subject()), parts, balances, days,
                namedAgorot);
    }

    YearState with(Id part, YearPart next) {
        return new YearState(id, endsOn, fullViewOn, seenBy, parts.plus(part.subject(), next), balances, days,
                namedAgorot);
    }

    Balance balance(Subject owner) {
        return balances.getOrDefault(owner, Balance.NONE);
    }

    /** Books to a line or a round. */
    YearState booked(Subject owner, Balance next) {
        return new YearState(id, endsOn, fullViewOn, seenBy, parts, balances.plus(owner, next), days,
                namedAgorot);
    }

    /** The year after a fact that tells of a part, by itself and to each line and round that it is booked to. */
    <P extends YearPart> YearState withFact(Id part, Class<P> type, Collection<Subject> owners,
            UnaryOperator<@Nullable P> next) {
        var subject = part.subject();
        var year = with(part, next.apply(find(part, type)));
        for (var owner : owners) {
            var balance = year.balance(owner);
            var known = type.cast(balance.parts().get(subject));
            year = year.booked(owner, balance.with(owner, subject, known, next.apply(known)));
        }
        return year;
    }

    /** Remembers that something had a fact on that day. */
    YearState seen(Subject entity, LocalDate day) {
        var known = days.get(entity);
        return new YearState(id, endsOn, fullViewOn, seenBy, parts, balances,
                days.plus(entity, known == null ? new Days(day, day) : known.with(day)), namedAgorot);
    }

    /** What the year's facts name in all; see {@link Amounts}. */
    YearState naming(Event event) {
        return new YearState(id, endsOn, fullViewOn, seenBy, parts, balances, days,
                Amounts.plus(namedAgorot, Amounts.named(event)));
    }
}
