// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.oracle.history;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import orgmemory.journal.StoredEvent;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.MovementId;
import orgmemory.message.budget.SolidarityTransferMessages.SolidarityTransferOffered;
import orgmemory.message.budget.TransferId;
import orgmemory.message.people.AreaId;
import tools.jackson.databind.node.ObjectNode;

/** One step of a random history: a fact, a correction or an annulment, today or late. */
final class Step {

    /** What belongs together in an offer of solidarity. */
    private static final List<String> TIED = List.of("kind", "to", "roundId");

    private final Dice dice;
    private final Recorder recorder;
    private final Imagined imagined;

    Step(Dice dice, Recorder recorder) {
        this.dice = dice;
        this.recorder = recorder;
        this.imagined = new Imagined(dice);
    }

    void take() {
        if (dice.chance(30)) {
            recorder.nextDay();
        }
        var originals = recorder.originals();
        var choice = dice.below(100);
        if (choice < 60 || originals.isEmpty()) {
            record(fact(), day());
        } else if (choice < 85) {
            record(correction(dice.oneOf(originals)), recorder.today());
        } else {
            var wrong = dice.oneOf(originals);
            record(new RecordAnnulled(wrong.stream(), wrong.entity(), wrong.eventId(), "never was"),
                    recorder.today());
        }
    }

    private void record(Event event, LocalDate day) {
        recorder.record(event, day, dice.chance(5));
    }

    /** Today, or up to some days ago. */
    private LocalDate day() {
        return dice.chance(50) ? recorder.today() : recorder.today().minusDays(dice.below(4));
    }

    private RecordCorrected correction(StoredEvent original) {
        var told = recorder.asLastTold(original);
        var day = dice.chance(50) ? told.envelope().occurredOn() : day();
        ObjectNode replacement = Json.mapper().valueToTree(told.event());
        if (dice.chance(80)) {
            tellAnew(replacement, Json.mapper().valueToTree(imagined.again(told.event())));
        }
        return new RecordCorrected(original.stream(), original.entity(), original.eventId(), original.name(),
                original.revision(), day, replacement, "misheard");
    }

    /** Takes over some fields: an amount only, a key only, or both. */
    private void tellAnew(ObjectNode replacement, ObjectNode anew) {
        var tied = dice.chance(50);
        var fields = new TreeSet<>(replacement.propertyNames());
        fields.addAll(anew.propertyNames());
        for (var field : fields) {
            var takes = (replacement.has("to") && TIED.contains(field)) ? tied : dice.chance(50);
            if (takes && anew.has(field)) {
                replacement.set(field, anew.get(field));
            } else if (takes) {
                replacement.remove(field);
            }
        }
    }

    private Event fact() {
        var year = new BudgetYearId(Imagined.YEARS.get(dice.chance(80) ? 0 : 1));
        return switch (dice.below(20)) {
            case 0 -> firstOf(imagined.opened(year), imagined.forecast(year));
            case 1 -> dice.oneOf(List.of(imagined.published(year), imagined.acknowledged(year),
                    imagined.released(year)));
            case 2, 3 -> drafted(year, imagined.line(year));
            case 4, 5 -> firstOf(imagined.roundOpened(year, imagined.round(year)), cut(year));
            case 6 -> dice.chance(60)
                    ? imagined.shares(year, imagined.round(year))
                    : imagined.adjusted(year, imagined.round(year));
            case 7, 8, 9, 10, 11 -> cut(year);
            case 12, 13, 14 -> transfer(year);
            case 15, 16 -> movement(year);
            case 17 -> firstOf(imagined.person(imagined.personId()), imagined.granted(imagined.personId()));
            case 18 ->
                firstOf(imagined.appointed(imagined.personId()), imagined.granted(imagined.personId()));
            default -> firstOf(imagined.area(imagined.areaId()), ofArea(imagined.areaId()));
        };
    }

    private Event ofArea(AreaId area) {
        return switch (dice.below(6)) {
            case 0, 1 -> imagined.renamed(area);
            case 2 -> imagined.closed(area);
            default -> imagined.assigned(area);
        };
    }

    /** A thing begins once; who would begin it again does something else. */
    private Event firstOf(Event beginning, Event otherwise) {
        return recorder.has(beginning) ? otherwise : beginning;
    }

    private Event drafted(BudgetYearId year, LineId line) {
        return firstOf(imagined.drafted(year, line),
                dice.chance(50) ? imagined.revised(year, line) : movement(year));
    }

    private Event movement(BudgetYearId year) {
        return firstOf(imagined.movement(year, new MovementId(year + "-M" + dice.below(6))), cut(year));
    }

    private Event cut(BudgetYearId year) {
        var proposal = imagined.proposed(year, new CutId(year + "-C" + dice.below(3)));
        if (!recorder.has(proposal)) {
            return proposal;
        }
        return recorder.standing(BudgetCutProposed.class, proposal.entity())
                .map(filed -> dice.chance(30) ? imagined.amended(filed) : answer(filed))
                .orElseGet(() -> imagined.forecast(year));
    }

    private Event answer(BudgetCutProposed cut) {
        if (dice.chance(65)) {
            return imagined.accepted(cut);
        }
        return dice.chance(50) ? imagined.rejected(cut) : imagined.withdrawn(cut);
    }

    private Event answer(SolidarityTransferOffered offer) {
        return switch (dice.below(11)) {
            case 0 -> imagined.declined(offer);
            case 1 -> imagined.withdrawn(offer);
            case 2, 3, 4 -> imagined.accepted(offer);
            case 5, 6, 7 -> imagined.reversed(offer);
            default -> imagined.executed(offer);
        };
    }

    private Event transfer(BudgetYearId year) {
        var offer = imagined.offered(year, new TransferId(year + "-T" + dice.below(2)));
        if (!recorder.has(offer)) {
            return offer;
        }
        return recorder.standing(SolidarityTransferOffered.class, offer.entity())
                .map(this::answer)
                .orElseGet(() -> imagined.forecast(year));
    }
}
