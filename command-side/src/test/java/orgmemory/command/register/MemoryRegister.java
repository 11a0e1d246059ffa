// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.command.Deciders;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.message.Capacity;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.StageMessages;

/** The register of some facts, without a database. */
public final class MemoryRegister implements Register, RegisterRows {

    private final List<RegisterEntry> entries = new ArrayList<>();
    /** The parts that there are, and since when. */
    private final Map<Subject, LocalDate> things = new HashMap<>();

    public void add(Event event, LocalDate day) {
        if (!event.entity().equals(event.stream())) {
            things.putIfAbsent(event.entity(), day);
        }
        entries.addAll(Deciders.onClassPath().registers(event, day));
    }

    @Override
    public boolean exists(Subject id) {
        var key = RegisterReader.key(id);
        return things.containsKey(id) || rows(key.kind(), key.key()).findAny().isPresent();
    }

    @Override
    public boolean exists(Subject id, LocalDate day) {
        var key = RegisterReader.key(id);
        var first = things.get(id);
        return (first != null && !first.isAfter(day))
                || rows(key.kind(), key.key()).anyMatch(row -> row.on(day));
    }

    @Override
    public Set<Capacity> roles(PersonId person, LocalDate day) {
        return holders(Kind.ROLE, person.value(), day).map(Capacity::valueOf).collect(toUnmodifiableSet());
    }

    @Override
    public Optional<ManagerKind> manager(PersonId person, LocalDate day) {
        return holders(Kind.MANAGER, person.value(), day).map(ManagerKind::valueOf).findFirst();
    }

    @Override
    public DevelopmentStage stage(LocalDate day) {
        return RegisterReader.stage(holders(Kind.STAGE, StageMessages.FORUM.id(), day).toList());
    }

    @Override
    public boolean onLeave(PersonId person, LocalDate day) {
        return rows(Kind.LEAVE, person.value()).anyMatch(row -> row.on(day));
    }

    @Override
    public Set<Subject> memberships(PersonId person, LocalDate day) {
        return holders(Kind.MEMBER, person.value(), day).map(Subject::of).collect(toUnmodifiableSet());
    }

    @Override
    public List<PersonId> managers(LocalDate day) {
        return keys(Kind.MANAGER).map(PersonId::new)
                .filter(person -> manager(person, day).isPresent())
                .toList();
    }

    @Override
    public Optional<PersonId> accountable(AreaId area, LocalDate day) {
        return holders(Kind.ACCOUNTABLE, area.value(), day).map(PersonId::new).findFirst();
    }

    @Override
    public boolean accountableForAny(PersonId person, LocalDate day) {
        return keys(Kind.ACCOUNTABLE).anyMatch(
                area -> holders(Kind.ACCOUNTABLE, area, day).anyMatch(person.value()::equals));
    }

    @Override
    public List<RegisterRow> of(Kind kind, String key, LocalDate since) {
        return rows(kind, key).filter(row -> row.until() == null || !row.until().isBefore(since))
                .map(row -> new RegisterRow(key, row.holder(), row.from(), row.until()))
                .toList();
    }

    @Override
    public List<RegisterRow> heldBy(Kind kind, String holder, LocalDate since) {
        return keys(kind).flatMap(key -> of(kind, key, since).stream())
                .filter(row -> holder.equals(row.holder()))
                .toList();
    }

    @Override
    public Set<ConsultationId> consultations(Subject served, LocalDate day) {
        return holders(Kind.SERVED, served.toString(), day).map(ConsultationId::new)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean consulted(ConsultationId consultation, PersonId person, LocalDate day) {
        return rows(Kind.CONSULTED, AdviceId.of(consultation, person).value())
                .anyMatch(row -> row.on(day));
    }

    private Stream<String> keys(Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(RegisterEntry::key)
                .distinct()
                .sorted();
    }

    private Stream<String> holders(Kind kind, String key, LocalDate day) {
        return rows(kind, key).filter(row -> row.on(day)).map(Rows.Row::holder);
    }

    private Stream<Rows.Row> rows(Kind kind, String key) {
        return Rows.fold(entries.stream()
                .filter(entry -> entry.kind() == kind && entry.key().equals(key))
                .sorted(Comparator.comparing(RegisterEntry::on))
                .toList()).stream();
    }
}
