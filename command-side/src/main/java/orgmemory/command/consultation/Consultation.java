// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import orgmemory.command.Decider;
import orgmemory.command.DecisionContext;
import orgmemory.command.consultation.ConsultationState.Advice;
import orgmemory.command.consultation.ConsultationState.Stage;
import orgmemory.command.register.RegisterEntry;
import orgmemory.message.Capacity;
import orgmemory.message.Envelope;
import orgmemory.message.Event;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceMessages.AdviceAnswered;
import orgmemory.message.consultation.AdviceMessages.AdviceGiven;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.ConsultationClosed;
import orgmemory.message.consultation.ConsultationMessages.ConsultationCommand;
import orgmemory.message.consultation.ConsultationMessages.ConsultationEvent;
import orgmemory.message.consultation.ConsultationMessages.ConsultationLinked;
import orgmemory.message.consultation.ConsultationMessages.ConsultationOpened;
import orgmemory.message.consultation.ConsultationMessages.ConsultationRecorded;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.InvitedToConsultation;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.message.consultation.ConsultationMessages.OpenConsultation;
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import org.jspecify.annotations.Nullable;

/** A consultation: only who was asked advises, who asked answers each advice, and nobody's silence is ever agreement. */
public final class Consultation
        implements
            Decider<ConsultationState, ConsultationCommand, ConsultationEvent> {

    @Override
    public ConsultationState initial() {
        return ConsultationState.NONE;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<ConsultationEvent> decide(ConsultationState state, ConsultationCommand command,
            DecisionContext context) {
        return List.of(switch (command) {
            case OpenConsultation open -> LiveConsultation.open(state, open, context);
            case InviteToConsultation invite -> LiveConsultation.invite(state, invite, context);
            case GiveAdvice advise -> LiveConsultation.advise(state, advise, context);
            case CloseConsultation close -> LiveConsultation.close(state, close, context);
            case RespondToAdvice respond -> LiveConsultation.respond(state, respond, context);
            case RecordConsultation past -> record(state, past, context);
            case LinkConsultation link -> link(state, link, context);
        });
    }

    static ConsultationRecorded record(ConsultationState state, RecordConsultation command,
            DecisionContext context) {
        state.mustBeNew(command);
        var askedBy = command.askedBy();
        if (askedBy != null) {
            context.known(askedBy);
        }
        ConsultationState.eachOnce(command.participants(), context);
        context.right(keepsTheRecord(context) || tookPart(context.speaker(), command),
                "consultation.not-participant");
        context.rule(askedBy != null, "consultation.asker-missing");
        context.rule(command.kind() != null, "consultation.kind-missing");
        context.rule(command.heard() != null, "consultation.heard-missing");
        context.rule(command.participants().stream().anyMatch(each -> !each.subject().equals(askedBy)),
                "consultation.nobody-else");
        var day = context.imported() ? command.heldOn() : context.occurredOn();
        return new ConsultationRecorded(command.consultationId(), day, command.kind(), askedBy,
                List.copyOf(command.participants()), command.question(), command.heard());
    }

    private static boolean tookPart(Subject person, RecordConsultation command) {
        return person.equals(command.askedBy())
                || command.participants().stream().anyMatch(each -> each.subject().equals(person));
    }

    static ConsultationLinked link(ConsultationState state, LinkConsultation command,
            DecisionContext context) {
        state.mustBeThere(command);
        mustBeServable(command.to());
        context.known(command.to());
        context.right(keepsTheRecord(context) || state.isAsker(context),
                "consultation.not-asker", command.consultationId());
        context.rule(state.summarised(), "consultation.no-summary", command.consultationId());
        context.notBeforeLast(state.days().over());
        if (state.served().contains(command.to())) {
            throw new Rejected("consultation.linked", command.consultationId(), command.to());
        }
        return new ConsultationLinked(command.consultationId(), command.to());
    }

    private static void mustBeServable(Subject to) {
        switch (to.type()) {
            case "round", "cut", "group" -> {
                // As the command names them.
            }
            default -> throw new Rejected("consultation.serves-no-such-thing", to);
        }
    }

    private static boolean keepsTheRecord(DecisionContext context) {
        return context.capacity() == Capacity.MEM || context.capacity() == Capacity.REC;
    }

    @Override
    public void mayReplace(@Nullable ConsultationEvent before, ConsultationEvent right, List<Event> standing,
            DecisionContext context) {
        if (right instanceof ConsultationLinked linked) {
            mustBeServable(linked.to());
        }
    }

    /** Who was heard, or was waited for as long as promised, has been consulted; who was only asked has not. */
    @Override
    public List<RegisterEntry> registers(ConsultationEvent event, LocalDate day) {
        var id = event.consultationId();
        var says = new ArrayList<RegisterEntry>();
        switch (event) {
            case ConsultationOpened _ -> says.add(RegisterEntry.exists(id, day));
            case ConsultationRecorded past -> {
                says.add(RegisterEntry.exists(id, day));
                past.participants().forEach(each -> says.add(RegisterEntry.consulted(id, each, day)));
            }
            case ConsultationClosed closed -> {
                closed.advisers().forEach(each -> says.add(RegisterEntry.consulted(id, each, day)));
                closed.silent()
                        .stream()
                        .filter(Invitation::mustBeConsulted)
                        .forEach(each -> says.add(RegisterEntry.consulted(id, each.personId(), day)));
            }
            case ConsultationLinked linked -> says.add(RegisterEntry.served(linked.to(), id, day));
            case InvitedToConsultation _,AdviceGiven _,AdviceAnswered _ -> {
                // Nobody else's rules ask for it.
            }
        }
        return List.copyOf(says);
    }

    @Override
    public ConsultationState evolve(ConsultationState state, ConsultationEvent event, Envelope envelope) {
        var day = envelope.occurredOn();
        return switch (event) {
            case ConsultationOpened opened -> state.at(Stage.OPEN)
                    .askedBy(envelope.speaker(), envelope.recorder(), opened.answerBy())
                    .inviting(opened.invited())
                    .seen(day);
            case InvitedToConsultation invited -> state
                    .inviting(List.of(new Invitation(invited.personId(), invited.mustBeConsulted())))
                    .seen(day);
            case AdviceGiven given -> state
                    .with(new Advice(given.adviceId(), day,
                            state.advice(given.adviceId()).filter(Advice::answered).isPresent()))
                    .seen(day);
            case ConsultationClosed _ -> state.at(Stage.CLOSED).summarised(true).seen(day).over(day);
            case AdviceAnswered answered -> state.with(new Advice(answered.adviceId(),
                    state.advice(answered.adviceId()).map(Advice::givenOn).orElse(day), true));
            case ConsultationRecorded past -> state.at(Stage.RECORDED)
                    .askedBy(past.askedBy(), envelope.actor(), null)
                    .summarised(past.heard() != null)
                    .seen(day)
                    .over(day);
            case ConsultationLinked linked -> state.serving(linked.to());
        };
    }
}
