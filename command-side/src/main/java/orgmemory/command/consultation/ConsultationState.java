// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.consultation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.command.DecisionContext;
import orgmemory.message.Rejected;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.ConsultationMessages.ConsultationCommand;
import orgmemory.message.consultation.ConsultationMessages.Invitation;
import orgmemory.message.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a consultation need to know of it.
 *
 * @param asker      who asked
 * @param answerBy   the last day on which answers are hoped for; null for what is only recorded
 * @param invited    each once, in the order of their invitations
 * @param advice     the advice that counts, one of each adviser
 * @param summarised whether it says what was heard
 * @param served     what it was linked to
 */
public record ConsultationState(Stage stage, Asker asker, @Nullable LocalDate answerBy,
        List<Invitation> invited, List<Advice> advice, boolean summarised, List<Subject> served, Days days) {

    static final ConsultationState NONE = new ConsultationState(Stage.NONE, new Asker(null, null), null,
            List.of(), List.of(), false, List.of(), new Days(null, null, null));

    /** Where a consultation stands. */
    public enum Stage {
        NONE, OPEN, CLOSED,
        /** Recorded as a whole once it was over. */
        RECORDED
    }

    /** Who asked, and who recorded it for them; null where that is not known, or nobody did. */
    public record Asker(@Nullable Subject initiator, @Nullable Subject recorder) {
    }

    /** An advice that counts, since when, and whether it was answered. */
    public record Advice(AdviceId adviceId, LocalDate givenOn, boolean answered) {
    }

    /** The first and the last day of its facts, and the day on which the asking was over. */
    public record Days(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable LocalDate over) {
    }

    Optional<Advice> advice(AdviceId id) {
        return advice.stream().filter(each -> each.adviceId.equals(id)).findFirst();
    }

    boolean isInvited(PersonId person) {
        return invited.stream().anyMatch(each -> each.personId().equals(person));
    }

    private boolean hasAdvised(PersonId person) {
        return advice.stream().anyMatch(each -> each.adviceId.adviser().equals(person));
    }

    /** Who was invited and has not advised. */
    List<Invitation> silent() {
        return invited.stream().filter(each -> !hasAdvised(each.personId())).toList();
    }

    /** What is closed or recorded stays so, whichever of its facts is of the earlier day. */
    ConsultationState at(Stage next) {
        var later = next.compareTo(stage) > 0 ? next : stage;
        return new ConsultationState(later, asker, answerBy, invited, advice, summarised, served, days);
    }

    ConsultationState askedBy(@Nullable Subject initiator, @Nullable Subject recorder,
            @Nullable LocalDate until) {
        return new ConsultationState(stage, new Asker(initiator, recorder), until, invited, advice,
                summarised, served, days);
    }

    ConsultationState inviting(List<Invitation> more) {
        var all = Stream.concat(invited.stream(),
                more.stream().filter(each -> !isInvited(each.personId()))).toList();
        return new ConsultationState(stage, asker, answerBy, all, advice, summarised, served, days);
    }

    ConsultationState with(Advice next) {
        var all = Stream.concat(
                advice.stream().filter(each -> !each.adviceId.equals(next.adviceId)), Stream.of(next))
                .toList();
        return new ConsultationState(stage, asker, answerBy, invited, all, summarised, served, days);
    }

    ConsultationState summarised(boolean says) {
        return new ConsultationState(stage, asker, answerBy, invited, advice, says, served, days);
    }

    ConsultationState serving(Subject to) {
        var all = Stream.concat(served.stream(), Stream.of(to)).distinct().toList();
        return new ConsultationState(stage, asker, answerBy, invited, advice, summarised, all, days);
    }

    /** Remembers that it had a fact on that day. */
    ConsultationState seen(LocalDate day) {
        var first = days.first == null || day.isBefore(days.first) ? day : days.first;
        var last = days.last == null || day.isAfter(days.last) ? day : days.last;
        return on(new Days(first, last, days.over));
    }

    ConsultationState over(LocalDate day) {
        return on(new Days(days.first, days.last, day));
    }

    private ConsultationState on(Days next) {
        return new ConsultationState(stage, asker, answerBy, invited, advice, summarised, served, next);
    }

    /** Whether who speaks asked, or the actor recorded it for who did. */
    boolean isAsker(DecisionContext context) {
        return context.speaker().equals(asker.initiator)
                || (stage == Stage.RECORDED && context.actor().equals(asker.recorder))
                || context.recorded(asker.recorder);
    }

    /** Refuses where there is no such consultation. */
    void mustBeThere(ConsultationCommand command) {
        if (stage == Stage.NONE) {
            throw DecisionContext.unknown(command.stream());
        }
    }

    /** Refuses an id that has been taken. */
    void mustBeNew(ConsultationCommand command) {
        if (stage != Stage.NONE) {
            throw DecisionContext.exists(command.stream());
        }
    }

    /** Refuses whoever did not ask. */
    void mustBeAsker(ConsultationCommand command, DecisionContext context) {
        context.right(isAsker(context), "consultation.not-asker", command.consultationId());
    }

    /** Refuses what is over, and a day before it began. */
    void mustBeOpen(ConsultationCommand command, DecisionContext context) {
        context.rule(stage == Stage.OPEN, "consultation.not-open", command.consultationId());
        context.notBeforeWhole(days.first);
    }

    /** Refuses people whom nobody knows on that day, and who are named twice. */
    static void eachOnce(List<PersonId> people, DecisionContext context) {
        var named = new HashSet<PersonId>();
        for (var person : people) {
            context.known(person.subject());
            if (!named.add(person)) {
                throw new Rejected("consultation.person-twice", person);
            }
        }
    }
}
