// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import java.util.ArrayList;
import java.util.List;
import orgmemory.message.Subject;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.consultation.Participant.Part;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.home.PendingTasks;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;

/** What in consultations waits for the reader: advice that is asked of them, an end to the asking, answers to advice? */
@Component
final class PendingConsultationTasks implements PendingTasks {

    private final ConsultationReads reads;
    private final Names names;

    PendingConsultationTasks(ConsultationReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Override
    public List<PendingTask> of(Page page) {
        return page.past() || page.reader() == null
                ? List.of()
                : reads.all(page).stream().flatMap(it -> of(it, page).stream()).toList();
    }

    private List<PendingTask> of(Consultation it, Page page) {
        var may = new ConsultationActions(page, it);
        var needs = new ArrayList<PendingTask>();
        var until = it.answerBy();
        var question = name(it.consultationId().subject(), page);
        if (it.open() && until != null
                && may.asked().filter(each -> each.part() == Part.ASKED).isPresent()) {
            var asker = it.askedBy() == null ? it.consultationId().subject() : it.askedBy();
            needs.add(task("advise", List.of(name(asker, page), question, page.fmt().day(until)), it,
                    "?do=GiveAdvice", "messages", "teal"));
        }
        if (may.canClose()) {
            needs.add(task("close-consultation", List.of(question), it,
                    "?do=CloseConsultation", "check", "indigo"));
        }
        long open = it.participants().stream().filter(may::answers).count();
        if (open > 0) {
            needs.add(task("answer-advice", List.of(page.fmt().number(open), question),
                    it, "", "message", "copper"));
        }
        return List.copyOf(needs);
    }

    private static PendingTask task(String sentence, List<String> named, Consultation it, String form,
            String icon, String tone) {
        return new PendingTask(sentence, named, "/consultations/" + it.consultationId() + form, icon, tone);
    }

    private String name(Subject thing, Page page) {
        return Fmt.apart(names.in(page.language()).of(thing));
    }
}
