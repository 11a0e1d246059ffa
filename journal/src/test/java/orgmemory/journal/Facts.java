// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import java.time.LocalDate;
import java.util.UUID;
import orgmemory.journal.append.NewEvent;
import orgmemory.message.Attestation;
import orgmemory.message.Capacity;
import orgmemory.message.CorrectionMessages.RecordAnnulled;
import orgmemory.message.CorrectionMessages.RecordCorrected;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Language;
import orgmemory.message.Subject;
import orgmemory.message.Visibility;
import orgmemory.message.budget.BudgetCutMessages.BudgetCutProposed;
import orgmemory.message.budget.BudgetCutMessages.CutKind;
import orgmemory.message.budget.BudgetYearId;
import orgmemory.message.budget.BudgetYearMessages.RevenueForecastRecorded;
import orgmemory.message.budget.CutId;
import orgmemory.message.budget.LineId;
import orgmemory.message.budget.RoundId;
import tools.jackson.databind.node.ObjectNode;

/** Plausible facts of a budget year. */
public final class Facts {

    private Facts() {
    }

    public static RevenueForecastRecorded forecast(String year, long agorot) {
        return new RevenueForecastRecorded(new BudgetYearId(year), agorot, "treasury", null);
    }

    public static BudgetCutProposed cut(String year, String cut, long agorot) {
        return new BudgetCutProposed(new BudgetYearId(year), new RoundId("CR-1"), new CutId(cut),
                CutKind.OWN_LINE,
                new LineId(year + ":D4"), agorot, "less rent", "a smaller hall");
    }

    public static RecordCorrected corrected(String eventId, Event right, LocalDate day) {
        return new RecordCorrected(right.stream(), right.entity(), eventId,
                new EventCodec().storedAs(right).value(), 1,
                day, Json.mapper().<ObjectNode>valueToTree(right), "misread");
    }

    public static RecordAnnulled annulled(String eventId, Event wrong) {
        return new RecordAnnulled(wrong.stream(), wrong.entity(), eventId, "never was");
    }

    public static Envelope on(String day) {
        return new Envelope(Subject.of("person/P1"), Capacity.MGR, null, Attestation.SELF,
                LocalDate.parse(day), null,
                null, Visibility.INSTITUTE, null, Language.he, "C-1");
    }

    public static NewEvent next(Event event) {
        return next(event, "2016-11-01");
    }

    public static NewEvent next(Event event, String day) {
        return new NewEvent(UUID.randomUUID().toString(), on(day), event, null);
    }

    public static NewEvent at(long sequence, Event event) {
        return new NewEvent(UUID.randomUUID().toString(), on("2016-11-01"), event, sequence);
    }
}
