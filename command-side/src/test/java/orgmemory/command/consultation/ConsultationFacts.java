// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import static orgmemory.message.Capacity.MGR;
import static orgmemory.message.Capacity.SELF;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.command.World;
import orgmemory.message.Event;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswer;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.ConsultationCommand;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;
import orgmemory.message.consultation.ConsultationKind;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.people.PersonId;

/** Plausible facts of the consultation C-07, in which D1 asks about a cut; D4 must be consulted. */
final class ConsultationFacts {

    static final ConsultationId ID = new ConsultationId("C-07");
    static final LocalDate BY = LocalDate.of(2016, 11, 10);

    final World world = new World();

    ConsultationFacts() {
        world.on("2016-09-01").manager("D1").manager("D4").manager("P8").person("X").body("STC");
        world.on("2016-11-01");
    }

    /** Since 1 November D4, who must be consulted, and P8 are asked for their advice until the tenth. */
    static ConsultationFacts open() {
        var facts = new ConsultationFacts();
        facts.world.told("D1", new ConsultationOpened(ID, ConsultationKind.ADVICE, "Can it wait?", BY,
                List.of(invited("D4", true), invited("P8", false))));
        return facts;
    }

    static Invitation invited(String person, boolean must) {
        return new Invitation(new PersonId(person), must);
    }

    static PersonId person(String id) {
        return new PersonId(id);
    }

    static AdviceId advice(String adviser) {
        return AdviceId.of(ID, person(adviser));
    }

    ConsultationFacts on(String day) {
        world.on(day);
        return this;
    }

    /** What a command of somebody becomes, on the day. */
    ConsultationEvent decide(ConsultationCommand command, DecisionContext context) {
        return new Consultation().decide(state(), command, context).getFirst();
    }

    ConsultationEvent decide(ConsultationCommand command, String person) {
        return decide(command, world.who(person, command instanceof GiveAdvice ? SELF : MGR));
    }

    ConsultationFacts happened(String person, Event event) {
        world.told(person, event);
        return this;
    }

    /** Somebody issues a command, and it happens. */
    ConsultationFacts does(String person, ConsultationCommand command) {
        return happened(person, decide(command, person));
    }

    ConsultationFacts advised(String... people) {
        Stream.of(people).forEach(person -> does(person, new GiveAdvice(ID, "of " + person)));
        return this;
    }

    ConsultationFacts closed() {
        return does("D1", new CloseConsultation(ID, "Much was said."));
    }

    static RespondToAdvice answer(String adviser) {
        return new RespondToAdvice(ID, advice(adviser), AdviceAnswer.PARTLY, "Some of it.");
    }

    ConsultationState state() {
        return world.state(ConsultationState.NONE,
                (state, event, envelope) -> event instanceof ConsultationEvent own
                        ? new Consultation().evolve(state, own, envelope)
                        : state);
    }
}
