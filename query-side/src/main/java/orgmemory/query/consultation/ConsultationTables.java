// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.consultation;

import static orgmemory.query.screen.table.TableColumn.Trait.FIRST;
import static orgmemory.query.screen.table.TableColumn.Trait.HEADER;
import static orgmemory.query.screen.table.TableColumn.Trait.IN_FILES;
import static orgmemory.query.screen.table.TableColumn.Trait.LABELLED;
import static orgmemory.query.screen.table.TableColumn.Trait.ON_SCREENS;
import static orgmemory.query.screen.table.TableColumn.day;
import static orgmemory.query.screen.table.TableColumn.number;
import static orgmemory.query.screen.table.TableColumn.text;
import static orgmemory.query.screen.table.TableColumn.thing;
import static orgmemory.query.screen.table.TableColumn.things;
import static orgmemory.query.screen.table.TableColumn.word;

import java.util.List;
import java.util.stream.Stream;
import orgmemory.message.Subject;
import orgmemory.query.consultation.ConsultationReads.Given;
import orgmemory.query.consultation.Consultations.Consultation;
import orgmemory.query.consultation.Participant.Part;
import orgmemory.query.screen.table.PageTable;
import orgmemory.query.screen.table.TableColumn.Word;

/** Consultations as tables. People stand in the order in which they were asked, and are counted against nobody. */
final class ConsultationTables {

    /** All consultations. */
    static final PageTable<Consultation> ALL = PageTable.<Consultation>of("consultations", "consultations.",
            it -> "consultation-" + it.consultationId(),
            text("id", (Consultation it) -> it.consultationId().value()).is(IN_FILES),
            thing("question", (Consultation it) -> it.consultationId().subject()).is(HEADER, ON_SCREENS),
            text("asked", Consultation::question).is(IN_FILES),
            word("state", ConsultationTables::state).looking("badge t-slate").is(FIRST),
            word("kind", it -> it.kind() == null ? null : Word.of("value.ConsultationKind." + it.kind())),
            thing("askedBy", (Consultation it) -> it.askedBy()),
            day("askedOn", Consultation::askedOn), day("answerBy", Consultation::answerBy),
            number("participants", it -> (long) it.participants().size()),
            number("heard", it -> heard(it).count()),
            things("silent", (Consultation it) -> people(it, Part.SILENT)).is(IN_FILES),
            text("summary", Consultation::summary).is(IN_FILES),
            things("serves", (Consultation it) -> it.serves())).why(it -> it.consultationId().subject());

    /** What somebody advised, and what became of it. */
    static final PageTable<Given> OWN = PageTable.<Given>of("own-advice", "advice.",
            row -> "advice-" + row.in().consultationId(),
            thing("question", (Given row) -> row.in().consultationId().subject()).is(HEADER),
            thing("askedBy", (Given row) -> row.in().askedBy()).is(LABELLED).within("question"),
            day("advisedOn", row -> row.by().advisedOn()), text("advice", row -> row.by().advice()),
            word("answer", ConsultationTables::fate).is(FIRST), text("why", row -> row.by().why()))
            .sortedBy("sort-own");

    private ConsultationTables() {
    }

    static Word state(Consultation it) {
        return Word.of(it.state() == null ? "consultation.unknown-state" : "value.State." + it.state());
    }

    private static Word fate(Given row) {
        var answer = row.by().answer();
        return answer == null ? Word.of("advice.no-answer") : Word.of("value.AdviceAnswer." + answer);
    }

    private static Stream<Participant> heard(Consultation it) {
        return it.participants()
                .stream()
                .filter(each -> each.part() == Part.ADVISED || each.part() == Part.TOOK_PART);
    }

    private static List<Subject> people(Consultation it, Part part) {
        return it.participants()
                .stream()
                .filter(each -> each.part() == part)
                .map(each -> each.personId().subject())
                .toList();
    }
}
