// SPDX-License-Identifier: Apache-2.0
package orgmemory.message.consultation;

import orgmemory.message.Id;
import orgmemory.message.people.PersonId;

/** What one person advised in one consultation: the two ids, joined by a colon. Advice that replaces earlier keeps its id. */
public final class AdviceId extends Id {

    public AdviceId(String value) {
        super(value, true);
    }

    public static AdviceId of(ConsultationId consultation, PersonId adviser) {
        return new AdviceId(consultation.value() + ":" + adviser.value());
    }

    /** Whose advice it is. */
    public PersonId adviser() {
        return new PersonId(value().substring(value().indexOf(':') + 1));
    }
}
