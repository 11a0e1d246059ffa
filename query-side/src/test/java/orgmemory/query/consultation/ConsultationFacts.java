// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswered;
import orgmemory.message.consultation.AdviceMessages.AdviceGiven;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.InvitedToConsultation;
import orgmemory.message.people.PersonId;
import orgmemory.query.Facts;

/** Plausible facts of consultations; {@code +} before a person says that they must be consulted. */
public final class ConsultationFacts extends Facts {

    public static final String QUESTION = "האם אפשר לדחות את הקמפיין לרבעון השלישי?";

    public ConsultationFacts on(String day) {
        on(LocalDate.parse(day));
        return this;
    }

    public ConsultationFacts opened(String id, String by, String until, String... invited) {
        by(by);
        add(new ConsultationOpened(new ConsultationId(id), ConsultationKind.ADVICE, QUESTION,
                LocalDate.parse(until), Stream.of(invited).map(ConsultationFacts::invitation).toList()));
        return this;
    }

    public ConsultationFacts invited(String id, String by, String person) {
        by(by);
        var invitation = invitation(person);
        add(new InvitedToConsultation(new ConsultationId(id), invitation.personId(),
                invitation.mustBeConsulted()));
        return this;
    }

    public ConsultationFacts advised(String id, String person, String advice) {
        by(person);
        add(new AdviceGiven(new ConsultationId(id), advice(id, person), advice));
        return this;
    }

    public ConsultationFacts closed(String id, String by, List<String> advisers, String... silent) {
        by(by);
        add(new ConsultationClosed(new ConsultationId(id), "Much was heard.",
                advisers.stream().map(PersonId::new).toList(),
                Stream.of(silent).map(ConsultationFacts::invitation).toList()));
        return this;
    }

    public ConsultationFacts answered(String id, String by, String person, AdviceAnswer answer) {
        by(by);
        add(new AdviceAnswered(new ConsultationId(id), advice(id, person), answer, "Because of it."));
        return this;
    }

    public ConsultationFacts recorded(String id, String askedBy, String... participants) {
        add(new ConsultationRecorded(new ConsultationId(id), LocalDate.of(2016, 11, 5),
                ConsultationKind.PAIR, new PersonId(askedBy).subject(),
                Stream.of(participants).map(PersonId::new).toList(), QUESTION, "Much was heard."));
        return this;
    }

    public ConsultationFacts linked(String id, String to) {
        add(new ConsultationLinked(new ConsultationId(id), Subject.of(to)));
        return this;
    }

    private static AdviceId advice(String consultation, String person) {
        return AdviceId.of(new ConsultationId(consultation), new PersonId(person));
    }

    private static Invitation invitation(String person) {
        boolean must = person.startsWith("+");
        return new Invitation(new PersonId(must ? person.substring(1) : person), must);
    }
}
