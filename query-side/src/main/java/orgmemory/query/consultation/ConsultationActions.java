// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import orgmemory.message.Command;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceMessages.GiveAdvice;
import orgmemory.message.consultation.AdviceMessages.RespondToAdvice;
import orgmemory.message.consultation.ConsultationMessages.CloseConsultation;
import orgmemory.message.consultation.ConsultationMessages.InviteToConsultation;
import orgmemory.message.consultation.ConsultationMessages.LinkConsultation;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.consultation.Consultations.State;
import orgmemory.query.consultation.Participant.Part;
import orgmemory.query.screen.Page;
import org.jspecify.annotations.Nullable;

/** What the reader may do about a consultation now, as far as its state tells beforehand. Nothing in the past. */
public record ConsultationActions(Page page, Consultation it) {

    private static final List<Class<? extends Command>> WAYS = List.of(GiveAdvice.class,
            InviteToConsultation.class, CloseConsultation.class, LinkConsultation.class);

    /** The commands about the whole that the reader may issue, by name. */
    public List<String> ways() {
        return WAYS.stream().filter(this::may).<String>map(Class::getSimpleName).toList();
    }

    boolean may(Class<? extends Command> command) {
        if (page.past() || page.reader() == null) {
            return false;
        }
        if (command == GiveAdvice.class) {
            return it.open() && (page.may("REC") || asked().isPresent());
        }
        if (command == LinkConsultation.class) {
            return it.summary() != null && (isAsker() || page.may("REC") || page.may("MEM"));
        }
        return command == RespondToAdvice.class
                ? it.participants().stream().anyMatch(this::answers)
                : it.open() && isAsker();
    }

    /** Whether an advice waits for the reader to say what becomes of it. */
    public boolean answers(Participant adviser) {
        return !page.past() && page.reader() != null && it.state() == State.CLOSED && isAsker()
                && adviser.advised() && adviser.answer() == null;
    }

    /** The reader among those who were asked; empty where they were not. */
    Optional<Participant> asked() {
        return it.participants().stream().filter(each -> isReader(each.personId().subject())).findFirst();
    }

    /** Whether the reader asked, or recorded it for who did. */
    boolean isAsker() {
        boolean records = page.may("REC") || it.state() == State.RECORDED;
        return isReader(it.askedBy()) || (records && isReader(it.recorder()));
    }

    private boolean isReader(@Nullable Subject person) {
        var reader = page.reader();
        return reader != null && reader.id().subject().equals(person);
    }

    /** Who must be consulted and has not answered yet, as long as the day has not passed by which they were to. */
    public List<Participant> awaited() {
        var until = it.answerBy();
        return !it.open() || until == null || page.today().isAfter(until)
                ? List.of()
                : still().filter(Participant::mustBeConsulted).toList();
    }

    /** Whether nobody is waited for any more: all have answered, or the day has passed. */
    boolean canClose() {
        var until = it.answerBy();
        return may(CloseConsultation.class)
                && (still().findAny().isEmpty() || (until != null && page.today().isAfter(until)));
    }

    private Stream<Participant> still() {
        return it.participants().stream().filter(each -> each.part() == Part.ASKED);
    }
}
