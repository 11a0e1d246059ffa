// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Map;
import orgmemory.command.Circumstances;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.budget.Amounts;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.TransferId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What the rules of a budget year need to know of it. Past movements leave nothing but their sums here.
 *
 * @param id         null until the year has been opened
 * @param fullViewOn the day from which everybody could see everything
 * @param balances   what was booked: to a line beside its draft, to a round toward what it requires
 * @param days       the first and last day of each thing's facts
 */
public record YearState(@Nullable BudgetYearId id, @Nullable LocalDate fullViewOn,
        PMap<LineId, BudgetLine> lines, PMap<RoundId, CutRound> rounds, PMap<CutId, BudgetCut> cuts,
        PMap<TransferId, SolidarityTransfer> transfers, PMap<Subject, Balance> balances,
        PMap<Subject, Days> days, long namedAgorot) {

    /** Nothing has happened yet. */
    public static final YearState NONE = new YearState(null, null, HashTreePMap.empty(), HashTreePMap.empty(),
            HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), 0);

    /** From when to when something has had facts. */
    public record Days(LocalDate first, LocalDate last) {

        private Days with(LocalDate day) {
            return new Days(day.isBefore(first) ? day : first, day.isAfter(last) ? day : last);
        }
    }

    /** Reads a state from a snapshot. */
    @JsonCreator
    static YearState of(@Nullable BudgetYearId id, @Nullable LocalDate fullViewOn,
            Map<LineId, BudgetLine> lines, Map<RoundId, CutRound> rounds, Map<CutId, BudgetCut> cuts,
            Map<TransferId, SolidarityTransfer> transfers, Map<Subject, Balance> balances,
            Map<Subject, Days> days, long namedAgorot) {
        return new YearState(id, fullViewOn, HashTreePMap.from(lines), HashTreePMap.from(rounds),
                HashTreePMap.from(cuts), HashTreePMap.from(transfers), HashTreePMap.from(balances),
                HashTreePMap.from(days), namedAgorot);
    }

    /** What a line still has: its draft, with what was booked to it. */
    public long free(LineId line) {
        var drafted = lines.get(line);
        return Amounts.plus(drafted == null ? 0 : drafted.draftAgorot(), balance(line.subject()).agorot());
    }

    /** What a round still lacks; below 0 only where an import or a correction made it so. */
    public long gap(RoundId round) {
        var opened = rounds.get(round);
        return Amounts.minus(opened == null ? 0 : opened.requiredAgorot(), balance(round.subject()).agorot());
    }

    /** What a line would still carry of its indicative share in a round. */
    public long remainingShare(RoundId round, LineId line) {
        var opened = rounds.get(round);
        long share = opened == null ? 0 : opened.shares().getOrDefault(line, 0L);
        long cut = Amounts.sum(cuts.values().stream().mapToLong(each -> each.carries(round, line)));
        long absorbed = Amounts.sum(transfers.values().stream().mapToLong(each -> each.absorbs(round, line)));
        return Amounts.minus(share, Amounts.plus(cut, absorbed));
    }

    BudgetLine line(LineId line) {
        return known(lines.get(line), line.subject());
    }

    CutRound round(RoundId round) {
        return known(rounds.get(round), round.subject());
    }

    BudgetCut cut(CutId cut) {
        return known(cuts.get(cut), cut.subject());
    }

    SolidarityTransfer transfer(TransferId transfer) {
        return known(transfers.get(transfer), transfer.subject());
    }

    private static <T> T known(@Nullable T part, Subject id) {
        if (part == null) {
            throw Circumstances.unknown(id);
        }
        return part;
    }

    /** Refuses unless the year has been opened. */
    void mustBeOpen(BudgetYearId year) {
        if (id == null) {
            throw Circumstances.unknown(year.subject());
        }
    }

    /** Refuses a day before the thing's last fact, or before the first fact of what it is a part of. */
    void inOrder(Circumstances who, Subject entity, Subject... wholes) {
        var own = days.get(entity);
        who.notBeforeLast(own == null ? null : own.last);
        for (var whole : wholes) {
            var span = days.get(whole);
            who.notBeforeWhole(span == null ? null : span.first);
        }
    }

    YearState opened(BudgetYearId year) {
        return new YearState(year, fullViewOn, lines, rounds, cuts, transfers, balances, days, namedAgorot);
    }

    YearState fullView(LocalDate day) {
        var first = fullViewOn == null || day.isBefore(fullViewOn) ? day : fullViewOn;
        return new YearState(id, first, lines, rounds, cuts, transfers, balances, days, namedAgorot);
    }

    YearState with(LineId line, BudgetLine next) {
        return new YearState(id, fullViewOn, lines.plus(line, next), rounds, cuts, transfers, balances, days,
                namedAgorot);
    }

    YearState with(RoundId round, CutRound next) {
        return new YearState(id, fullViewOn, lines, rounds.plus(round, next), cuts, transfers, balances,
                days, namedAgorot);
    }

    YearState with(CutId cut, BudgetCut next) {
        return new YearState(id, fullViewOn, lines, rounds, cuts.plus(cut, next), transfers, balances, days,
                namedAgorot);
    }

    YearState with(TransferId transfer, SolidarityTransfer next) {
        return new YearState(id, fullViewOn, lines, rounds, cuts, transfers.plus(transfer, next), balances,
                days, namedAgorot);
    }

    Balance balance(Subject owner) {
        return balances.getOrDefault(owner, Balance.NONE);
    }

    /** Books to a line or a round. */
    YearState booked(Subject owner, Balance next) {
        return new YearState(id, fullViewOn, lines, rounds, cuts, transfers, balances.plus(owner, next),
                days, namedAgorot);
    }

    /** Remembers that something had a fact on that day. */
    YearState seen(Subject entity, LocalDate day) {
        var known = days.get(entity);
        return new YearState(id, fullViewOn, lines, rounds, cuts, transfers, balances,
                days.plus(entity, known == null ? new Days(day, day) : known.with(day)), namedAgorot);
    }

    /** What the year's facts name in all; see {@link Amounts}. */
    YearState naming(Event event) {
        return new YearState(id, fullViewOn, lines, rounds, cuts, transfers, balances, days,
                Amounts.plus(namedAgorot, Amounts.named(event)));
    }
}
