// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.history;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import orgmemory.message.Capacity;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAccepted;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutAmended;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutRejected;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutWithdrawn;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDraftRevised;
import orgmemory.message.budget.BudgetLineMessages.BudgetLineDrafted;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.AreaReleased;
import orgmemory.message.budget.BudgetYearMessages.BudgetYearOpened;
import orgmemory.message.budget.BudgetYearMessages.FullViewAcknowledged;
import orgmemory.message.budget.BudgetYearMessages.FullViewPublished;
import orgmemory.message.budget.BudgetYearMessages.MovementKind;
import orgmemory.message.budget.BudgetYearMessages.MovementLine;
import orgmemory.message.budget.BudgetYearMessages.PastMovementRecorded;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.CutRoundMessages.CutRoundOpened;
import orgmemory.message.budget.CutRoundMessages.IndicativeShare;
import orgmemory.message.budget.CutRoundMessages.IndicativeSharesSet;
import orgmemory.message.budget.CutRoundMessages.RequiredCutAdjusted;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.RoundId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityOfferWithdrawn;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferAccepted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferDeclined;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferExecuted;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferReversed;
import orgmemory.message.budget.SolidarityTransferMessages.TransferKind;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AccountabilityAssigned;
import orgmemory.message.people.AreaMessages.AreaClosed;
import orgmemory.message.people.AreaMessages.AreaRenamed;
import orgmemory.message.people.AreaMessages.ResponsibilityAreaOpened;
import orgmemory.message.people.AreaType;
import orgmemory.message.people.GrantMessages.RoleGranted;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.ManagerMessages.ManagerAppointed;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.PersonMessages.PersonRegistered;

/** Facts as somebody might have recorded them, over few names, so that they meet often. */
public final class Imagined {

    public static final List<String> YEARS = List.of("BY1", "BY2");

    /** What lines and rounds of a year are called. */
    public static final List<String> PARTS = List.of("A", "B", "C");

    static final LocalDate FIRST_DAY = LocalDate.of(2016, 11, 1);

    private final Dice dice;

    Imagined(Dice dice) {
        this.dice = dice;
    }

    /** The same fact told differently: of the same thing in the same stream, everything else may differ. */
    Event again(Event event) {
        return switch (event) {
            case BudgetYearOpened opened -> opened(opened.yearId());
            case RevenueForecastRecorded forecast -> forecast(forecast.yearId());
            case BudgetLineDrafted drafted -> drafted(drafted.yearId(), drafted.lineId());
            case BudgetLineDraftRevised revised -> revised(revised.yearId(), revised.lineId());
            case FullViewAcknowledged seen -> acknowledged(seen.yearId());
            case AreaReleased released -> released(released.yearId());
            case CutRoundOpened opened -> roundOpened(opened.yearId(), opened.roundId());
            case RequiredCutAdjusted adjusted -> adjusted(adjusted.yearId(), adjusted.roundId());
            case IndicativeSharesSet shares -> shares(shares.yearId(), shares.roundId());
            case BudgetCutProposed cut -> proposed(cut.yearId(), cut.cutId());
            case BudgetCutAmended cut -> amended(proposed(cut.yearId(), cut.cutId()));
            case BudgetCutAccepted cut -> accepted(proposed(cut.yearId(), cut.cutId()));
            case BudgetCutRejected cut -> rejected(proposed(cut.yearId(), cut.cutId()));
            case BudgetCutWithdrawn cut -> withdrawn(proposed(cut.yearId(), cut.cutId()));
            case SolidarityTransferOffered offer -> offered(offer.yearId(), offer.transferId());
            case SolidarityTransferDeclined no -> declined(offered(no.yearId(), no.transferId()));
            case SolidarityTransferReversed back -> reversed(offered(back.yearId(), back.transferId()));
            case SolidarityOfferWithdrawn back -> withdrawn(offered(back.yearId(), back.transferId()));
            case SolidarityTransferAccepted done -> accepted(offered(done.yearId(), done.transferId()));
            case SolidarityTransferExecuted done -> executed(offered(done.yearId(), done.transferId()));
            case PastMovementRecorded movement -> movement(movement.yearId(), movement.movementId());
            case PersonRegistered person -> person(person.personId());
            case ManagerAppointed manager -> appointed(manager.personId());
            case RoleGranted granted -> granted(granted.personId());
            case ResponsibilityAreaOpened area -> area(area.areaId());
            case AreaRenamed renamed -> renamed(renamed.areaId());
            case AreaClosed closed -> closed(closed.areaId());
            case AccountabilityAssigned assigned -> assigned(assigned.areaId());
            default -> event;
        };
    }

    Event opened(BudgetYearId year) {
        return new BudgetYearOpened(year, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));
    }

    Event forecast(BudgetYearId year) {
        return new RevenueForecastRecorded(year, dice.amount(), "the ministry",
                dice.chance(50) ? "good" : null);
    }

    Event published(BudgetYearId year) {
        return new FullViewPublished(year);
    }

    Event acknowledged(BudgetYearId year) {
        return new FullViewAcknowledged(year, personId());
    }

    Event released(BudgetYearId year) {
        return new AreaReleased(year, areaId(), dice.chance(50) ? null : "nothing is left");
    }

    Event drafted(BudgetYearId year, LineId line) {
        return new BudgetLineDrafted(year, line, dice.chance(70) ? areaId() : null, "Line",
                10 * dice.amount(), null);
    }

    Event revised(BudgetYearId year, LineId line) {
        return new BudgetLineDraftRevised(year, line, 10 * dice.amount(), dice.chance(50) ? null : "Renamed",
                dice.chance(50) ? null : "שם אחר", "fewer pupils");
    }

    Event roundOpened(BudgetYearId year, RoundId round) {
        return new CutRoundOpened(year, round, 5 * dice.amount(), "a delay", List.of(personId()));
    }

    Event adjusted(BudgetYearId year, RoundId round) {
        return new RequiredCutAdjusted(year, round, 6 * dice.amount(), "less income");
    }

    Event shares(BudgetYearId year, RoundId round) {
        return new IndicativeSharesSet(year, round,
                List.of(new IndicativeShare(line(year), dice.amount())), dice.chance(50) ? 0 : dice.amount());
    }

    BudgetCutProposed proposed(BudgetYearId year, CutId cut) {
        return new BudgetCutProposed(year, round(year), cut, dice.oneOf(List.of(CutKind.values())),
                line(year),
                dice.amount(), "a reason", "a consequence");
    }

    Event amended(BudgetCutProposed cut) {
        return new BudgetCutAmended(cut.yearId(), cut.roundId(), cut.lineId(), cut.cutId(), dice.amount(),
                "another reason", "another consequence");
    }

    Event accepted(BudgetCutProposed cut) {
        return new BudgetCutAccepted(cut.yearId(), cut.roundId(), cut.lineId(), cut.cutId(),
                cut.amountAgorot(),
                "agreed");
    }

    Event withdrawn(BudgetCutProposed cut) {
        return new BudgetCutWithdrawn(cut.yearId(), cut.roundId(), cut.lineId(), cut.cutId(),
                cut.amountAgorot(),
                null);
    }

    Event rejected(BudgetCutProposed cut) {
        return new BudgetCutRejected(cut.yearId(), cut.roundId(), cut.lineId(), cut.cutId(),
                cut.amountAgorot(), "not agreed");
    }

    SolidarityTransferOffered offered(BudgetYearId year, TransferId transfer) {
        var kind = dice.oneOf(List.of(TransferKind.values()));
        var round = round(year);
        Subject to = kind == TransferKind.GAP_COVER ? round.subject() : line(year).subject();
        return new SolidarityTransferOffered(year, transfer, kind, dice.amount(), line(year), to,
                kind == TransferKind.FUNDS ? null : round, "we can", List.of());
    }

    Event declined(SolidarityTransferOffered offer) {
        return new SolidarityTransferDeclined(offer.yearId(), offer.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot(), null);
    }

    Event withdrawn(SolidarityTransferOffered offer) {
        return new SolidarityOfferWithdrawn(offer.yearId(), offer.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot(), null);
    }

    Event accepted(SolidarityTransferOffered offer) {
        return new SolidarityTransferAccepted(offer.yearId(), offer.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot());
    }

    Event reversed(SolidarityTransferOffered offer) {
        return new SolidarityTransferReversed(offer.yearId(), offer.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), dice.chance(40) ? offer.amountAgorot() : dice.amount(),
                dice.chance(50) ? null : personId(), "not needed");
    }

    Event executed(SolidarityTransferOffered offer) {
        return new SolidarityTransferExecuted(offer.yearId(), offer.transferId(), offer.roundId(),
                offer.fromLineId(), offer.to(), offer.amountAgorot());
    }

    Event movement(BudgetYearId year, MovementId movement) {
        var lines = IntStream.rangeClosed(0, dice.below(3))
                .mapToObj(i -> new MovementLine("0" + dice.below(4), "Name", 100_00L * (dice.below(7) - 3),
                        dice.chance(60) ? line(year) : null))
                .toList();
        return new PastMovementRecorded(year, movement,
                dice.oneOf(List.of(MovementKind.CUT, MovementKind.ADDITION, MovementKind.TRANSFER)),
                "Movement",
                null, lines);
    }

    Event person(PersonId person) {
        return new PersonRegistered(person, "Name " + dice.below(5), dice.chance(50) ? null : "Latin");
    }

    Event appointed(PersonId person) {
        return new ManagerAppointed(person, dice.oneOf(List.of(ManagerKind.values())), day(),
                1 + dice.below(100));
    }

    Event granted(PersonId person) {
        return new RoleGranted(person, dice.oneOf(List.of(Capacity.MEM, Capacity.REC, Capacity.BST)), day(),
                dice.chance(50) ? null : day().plusDays(8));
    }

    Event area(AreaId area) {
        return new ResponsibilityAreaOpened(area, dice.oneOf(List.of(AreaType.values())), "Area");
    }

    Event renamed(AreaId area) {
        return new AreaRenamed(area, "Area " + dice.below(3), dice.chance(50) ? null : "תחום");
    }

    Event closed(AreaId area) {
        return new AreaClosed(area, dice.chance(50) ? null : personId(), "merged");
    }

    Event assigned(AreaId area) {
        return new AccountabilityAssigned(area, personId(), day());
    }

    LineId line(BudgetYearId year) {
        return new LineId(year + ":" + dice.oneOf(PARTS));
    }

    RoundId round(BudgetYearId year) {
        return new RoundId(year + "-" + PARTS.get(dice.below(2)));
    }

    PersonId personId() {
        return new PersonId("P" + dice.below(3));
    }

    AreaId areaId() {
        return new AreaId("A" + dice.below(2));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(dice.below(8));
    }
}
