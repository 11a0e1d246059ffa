// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.time.LocalDate;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was asked, what they advised, and what became of it.
 *
 * @param mustBeConsulted whether nothing could be decided before they could answer
 * @param advice          what counts of what they said; null where they said nothing
 * @param advisedOn       since when it counts
 * @param answer          what became of it; null where it was not answered
 */
public record Participant(PersonId personId, boolean mustBeConsulted, Part part, @Nullable String advice,
        @Nullable LocalDate advisedOn, @Nullable AdviceAnswer answer, @Nullable String why,
        @Nullable LocalDate answeredOn) {

    /** How somebody took part. Nothing of it is agreement. */
    public enum Part {
        /** They were asked and may still answer. */
        ASKED, ADVISED,
        /** They were asked and did not answer. */
        SILENT,
        /** They were there, in what was recorded once it was over. */
        TOOK_PART
    }

    static Participant asked(PersonId person, boolean must, Part part) {
        return new Participant(person, must, part, null, null, null, null, null);
    }

    Participant advising(String text, LocalDate day) {
        return new Participant(personId, mustBeConsulted, Part.ADVISED, text, day, answer, why, answeredOn);
    }

    Participant answered(AdviceAnswer how, String reason, LocalDate day) {
        return new Participant(personId, mustBeConsulted, Part.ADVISED, advice, advisedOn, how, reason, day);
    }

    /** The same once nobody is asked any more. */
    Participant over() {
        return part == Part.ASKED ? asked(personId, mustBeConsulted, Part.SILENT) : this;
    }

    public boolean advised() {
        return part == Part.ADVISED;
    }

    /** Whether they were consulted: they spoke, or were waited for as long as they had been promised. */
    boolean heard() {
        return switch (part) {
            case ASKED -> false;
            case ADVISED, TOOK_PART -> true;
            case SILENT -> mustBeConsulted;
        };
    }

    AdviceId adviceId(ConsultationId consultation) {
        return AdviceId.of(consultation, personId);
    }
}
