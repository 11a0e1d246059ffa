// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.people;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import orgmemory.access.Sentences;
import orgmemory.message.Capacity;
import orgmemory.message.Catalogue;
import orgmemory.message.Subject;
import orgmemory.message.budget.BudgetYearMessages.ReleaseArea;
import orgmemory.message.consultation.ConsultationMessages.RecordConsultation;
import orgmemory.message.group.GroupId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.AreaMessages.AssignAccountableManager;
import orgmemory.message.people.AreaMessages.HandOverAccountability;
import orgmemory.message.people.BodyId;
import orgmemory.message.people.BodyMessages.BodyRegistered;
import orgmemory.message.people.GrantMessages.GrantRole;
import orgmemory.message.people.GrantMessages.RevokeRole;
import orgmemory.message.people.ManagerMessages.AppointManager;
import orgmemory.message.people.ManagerMessages.EndAppointment;
import orgmemory.message.people.ManagerMessages.EndLeave;
import orgmemory.message.people.ManagerMessages.StartLeave;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.reading.RecordQuery;
import orgmemory.query.memory.reading.RecordReads;
import orgmemory.query.people.Areas.Area;
import orgmemory.query.people.People.Person;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Choices;
import orgmemory.query.screen.form.Choices.Choice;
import orgmemory.query.screen.form.Choices.Question;
import orgmemory.query.screen.read.Names;

/** Who and what may be chosen in forms: people, areas, bodies and roles, without those for whom a command has no use. */
@Component
class PeopleChoices {

    private static final int MOST = 1_000;

    private final PeopleReads reads;
    private final Names names;

    PeopleChoices(PeopleReads reads, Names names) {
        this.reads = reads;
        this.names = names;
    }

    @Bean
    Choices personChoices() {
        return Choices.of(PersonId.class, question -> {
            var page = question.draft().page();
            if (question.draft().command().getPackage().equals(GroupId.class.getPackage())) {
                // Groups know who is in them, and who may lead.
                return List.of();
            }
            return reads.people(page)
                    .stream()
                    .filter(of(question))
                    .map(person -> choice(person.personId().subject(), page))
                    .toList();
        });
    }

    private static Predicate<Person> of(Question question) {
        Predicate<Person> manages = person -> person.kind() != null;
        if (question.of(AppointManager.class)) {
            return manages.negate();
        }
        if (question.of(EndAppointment.class) || question.field().equals("managerId")) {
            return manages;
        }
        if (question.of(StartLeave.class) || question.of(EndLeave.class)) {
            return manages.and(mayTellOfLeave(question))
                    .and(person -> person.leaves().isEmpty() == question.of(StartLeave.class));
        }
        if (question.of(RevokeRole.class) && question.field().equals("personId")) {
            return person -> !person.roles().isEmpty();
        }
        if (question.of(RecordConsultation.class)) {
            return _ -> true;
        }
        var reader = question.draft().page().reader();
        return person -> reader == null || !reader.id().equals(person.personId());
    }

    /** Who may not tell of others' leave tells of their own on their own page. */
    private static Predicate<Person> mayTellOfLeave(Question question) {
        var page = question.draft().page();
        var reader = page.reader();
        var whose = question.draft().known().get("personId");
        return page.may("MM") || page.may("MEM")
                ? _ -> true
                : person -> reader != null && reader.id().equals(person.personId())
                        && reader.id().value().equals(whose);
    }

    @Bean
    Choices areaChoices() {
        return Choices.of(AreaId.class, question -> {
            var page = question.draft().page();
            return reads.areas(page)
                    .stream()
                    .filter(which(question))
                    .map(area -> choice(area.areaId().subject(), page))
                    .toList();
        });
    }

    private static Predicate<Area> which(Question question) {
        if (question.of(AssignAccountableManager.class)) {
            return area -> area.holdings().isEmpty() && area.closedOn() == null;
        }
        if (question.of(ReleaseArea.class)) {
            // The budget knows which ones a year has lines of.
            return _ -> false;
        }
        return question.of(HandOverAccountability.class)
                ? area -> area.accountableId() != null
                : area -> area.closedOn() == null;
    }

    @Bean
    Choices bodyChoices(RecordReads record) {
        var registered = new RecordQuery(null, null, null, Catalogue.storedAs(BodyRegistered.class).value(),
                null,
                null, null, null, null, null, null, null, RecordQuery.Order.OLDEST, MOST);
        return Choices.of(BodyId.class, question -> record.list(registered)
                .items()
                .stream()
                .map(entry -> choice(Subject.of(entry.stream()), question.draft().page()))
                .toList());
    }

    @Bean
    Choices roleChoices(Sentences sentences) {
        return Choices.of(Capacity.class, question -> {
            var page = question.draft().page();
            var roles = question.of(GrantRole.class)
                    ? Stream.of(Capacity.values()).filter(Capacity::grantable)
                    : held(question, page);
            return roles.map(role -> new Choice(role.name(),
                    sentences.say("value.Capacity." + role.name(), List.of(), page.language()))).toList();
        });
    }

    /** The roles that somebody holds, or the one whom the form is about. */
    private Stream<Capacity> held(Question question, Page page) {
        var whose = question.draft().value("personId");
        return reads.people(page)
                .stream()
                .filter(person -> whose.isEmpty() || !question.draft().known().containsKey("personId")
                        || person.personId().value().equals(whose))
                .flatMap(person -> person.roles().stream().map(People.Role::role))
                .distinct()
                .sorted();
    }

    private Choice choice(Subject subject, Page page) {
        return new Choice(subject.id(), names.in(page.language()).of(subject));
    }
}
