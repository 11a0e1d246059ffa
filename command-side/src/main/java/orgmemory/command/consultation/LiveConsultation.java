// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import orgmemory.command.DecisionContext;
import orgmemory.command.consultation.ConsultationState.Advice;
import orgmemory.command.consultation.ConsultationState.Stage;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswered;
import orgmemory.message.consultation.AdviceMessages.AdviceGiven;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.InvitedToConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;
import java.util.List;

/** A consultation while it lives: from its question to the answer that each advice gets. */
final class LiveConsultation {

    private LiveConsultation() {
    }

    static ConsultationOpened open(ConsultationState state, OpenConsultation command,
            DecisionContext context) {
        state.mustBeNew(command);
        ConsultationState.eachOnce(command.invited().stream().map(Invitation::personId).toList(), context);
        command.invited().forEach(each -> mustBeAnother(each.personId(), context.speaker(), context));
        context.rule(!command.answerBy().isBefore(context.occurredOn()), "consultation.answer-by-past",
                command.answerBy(), context.occurredOn());
        return new ConsultationOpened(command.consultationId(), command.kind(), command.question(),
                command.answerBy(), List.copyOf(command.invited()));
    }

    static InvitedToConsultation invite(ConsultationState state, InviteToConsultation command,
            DecisionContext context) {
        state.mustBeThere(command);
        state.mustBeAsker(command, context);
        state.mustBeOpen(command, context);
        context.known(command.personId().subject());
        mustBeAnother(command.personId(), state.asker().initiator(), context);
        if (state.isInvited(command.personId())) {
            throw new Rejected("consultation.invited", command.personId());
        }
        return new InvitedToConsultation(command.consultationId(), command.personId(),
                command.mustBeConsulted());
    }

    /** Whoever tells of it late does not hold up what others say: the days of people's advice have no order among them. */
    static AdviceGiven advise(ConsultationState state, GiveAdvice command, DecisionContext context) {
        state.mustBeThere(command);
        if (!context.speaker().type().equals("person")) {
            throw new Rejected("on-behalf-of.type", context.speaker());
        }
        var adviser = new PersonId(context.speaker().id());
        context.right(state.isInvited(adviser), "consultation.not-invited", adviser);
        state.mustBeOpen(command, context);
        var id = AdviceId.of(command.consultationId(), adviser);
        context.notBeforeLast(state.advice(id).map(Advice::givenOn).orElse(null));
        return new AdviceGiven(command.consultationId(), id, command.advice());
    }

    static ConsultationClosed close(ConsultationState state, CloseConsultation command,
            DecisionContext context) {
        state.mustBeThere(command);
        state.mustBeAsker(command, context);
        state.mustBeOpen(command, context);
        context.notBeforeLast(state.days().last());
        var until = state.answerBy();
        var silent = state.silent();
        if (until != null && !context.occurredOn().isAfter(until)) {
            for (var each : silent) {
                context.rule(!each.mustBeConsulted(), "consultation.too-early", each.personId(), until);
            }
        }
        return new ConsultationClosed(command.consultationId(), command.summary(),
                state.advice().stream().map(each -> each.adviceId().adviser()).toList(), silent);
    }

    static AdviceAnswered respond(ConsultationState state, RespondToAdvice command,
            DecisionContext context) {
        state.mustBeThere(command);
        var advice = state.advice(command.adviceId())
                .orElseThrow(() -> DecisionContext.unknown(command.entity()));
        state.mustBeAsker(command, context);
        context.rule(state.stage() == Stage.CLOSED, "consultation.still-open", command.consultationId());
        context.notBeforeLast(state.days().over());
        if (advice.answered()) {
            throw new Rejected("advice.answered", command.adviceId());
        }
        return new AdviceAnswered(command.consultationId(), command.adviceId(), command.answer(),
                command.why());
    }

    /** Nobody consults themselves. */
    private static void mustBeAnother(PersonId person, @Nullable Subject asker, DecisionContext context) {
        context.rule(!person.subject().equals(asker), "consultation.asks-oneself", person);
    }
}
