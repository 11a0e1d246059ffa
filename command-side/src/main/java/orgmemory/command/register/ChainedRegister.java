// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.journal.JournalUnavailable;
import orgmemory.journal.append.AppendChain;
import orgmemory.message.Capacity;
import orgmemory.message.Subject;
import orgmemory.message.consultation.AdviceId;
import orgmemory.message.consultation.ConsultationId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.DevelopmentStage;
import orgmemory.message.people.ManagerKind;
import orgmemory.message.people.PersonId;
import orgmemory.message.people.StageMessages;
import org.jspecify.annotations.Nullable;

/**
 * The register as a decision finds it: as it is recorded, and while a chain is open, with what the facts of the chain say.
 * They say it to nobody else.
 */
public final class ChainedRegister implements Register {

    private final Register recorded;
    private final DataSource source;
    private final RegisterEntries says;

    /**
     * The register with what open chains say.
     *
     * @param recorded the register as all see it
     */
    public ChainedRegister(Register recorded, DataSource source, RegisterEntries says) {
        this.recorded = recorded;
        this.source = source;
        this.says = says;
    }

    @Override
    public boolean exists(Subject id) {
        var rows = chained(RegisterReader.key(id));
        return recorded.exists(id) || (rows != null && !rows.isEmpty()) || isChained(id, _ -> true);
    }

    @Override
    public boolean exists(Subject id, LocalDate day) {
        var rows = chained(RegisterReader.key(id));
        return rows == null
                ? recorded.exists(id, day) || isChained(id, first -> !first.isAfter(day))
                : rows.stream().anyMatch(row -> row.on(day));
    }

    /** Whether the open chain has facts of something, from such a day. */
    private static boolean isChained(Subject id, Predicate<LocalDate> day) {
        var chain = AppendChain.current();
        return chain != null && !id.type().equals("manager")
                && chain.events()
                        .stream()
                        .filter(event -> event.event().entity().equals(id))
                        .anyMatch(event -> day.test(event.envelope().occurredOn()));
    }

    @Override
    public Set<Capacity> roles(PersonId person, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.ROLE, person.value()));
        return rows == null
                ? recorded.roles(person, day)
                : holders(rows, day).stream().map(Capacity::valueOf).collect(toUnmodifiableSet());
    }

    @Override
    public Optional<ManagerKind> manager(PersonId person, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.MANAGER, person.value()));
        return rows == null
                ? recorded.manager(person, day)
                : holders(rows, day).stream().findFirst().map(ManagerKind::valueOf);
    }

    @Override
    public DevelopmentStage stage(LocalDate day) {
        var rows = chained(new RegisterKey(Kind.STAGE, StageMessages.FORUM.id()));
        return rows == null ? recorded.stage(day) : RegisterReader.stage(holders(rows, day));
    }

    @Override
    public boolean onLeave(PersonId person, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.LEAVE, person.value()));
        return rows == null ? recorded.onLeave(person, day) : rows.stream().anyMatch(row -> row.on(day));
    }

    @Override
    public Set<Subject> memberships(PersonId person, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.MEMBER, person.value()));
        return rows == null
                ? recorded.memberships(person, day)
                : holders(rows, day).stream().map(Subject::of).collect(toUnmodifiableSet());
    }

    @Override
    public List<PersonId> managers(LocalDate day) {
        var managers = recorded.managers(day);
        var said = ChainedEntries.current(says);
        if (said == null || said.keys(Kind.MANAGER).isEmpty()) {
            return managers;
        }
        var ids = new TreeSet<String>();
        managers.forEach(manager -> ids.add(manager.value()));
        for (var id : said.keys(Kind.MANAGER)) {
            if (manager(new PersonId(id), day).isPresent()) {
                ids.add(id);
            } else {
                ids.remove(id);
            }
        }
        return ids.stream().map(PersonId::new).toList();
    }

    @Override
    public Optional<PersonId> accountable(AreaId area, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.ACCOUNTABLE, area.value()));
        return rows == null
                ? recorded.accountable(area, day)
                : holders(rows, day).stream().findFirst().map(PersonId::new);
    }

    @Override
    public boolean accountableForAny(PersonId person, LocalDate day) {
        var said = ChainedEntries.current(says);
        if (said != null && !said.keys(Kind.ACCOUNTABLE).isEmpty()) {
            // Areas may have passed on from the person and to them: the journal is asked, once it knows.
            throw new AppendChain.MustCommit();
        }
        return recorded.accountableForAny(person, day);
    }

    @Override
    public Set<ConsultationId> consultations(Subject served, LocalDate day) {
        var rows = chained(new RegisterKey(Kind.SERVED, served.toString()));
        return rows == null
                ? recorded.consultations(served, day)
                : holders(rows, day).stream().map(ConsultationId::new).collect(toUnmodifiableSet());
    }

    @Override
    public boolean consulted(ConsultationId consultation, PersonId person, LocalDate day) {
        var rows = chained(
                new RegisterKey(Kind.CONSULTED, AdviceId.of(consultation, person).value()));
        return rows == null
                ? recorded.consulted(consultation, person, day)
                : rows.stream().anyMatch(row -> row.on(day));
    }

    private static List<String> holders(List<Rows.Row> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> row.on(day))
                .map(row -> String.valueOf(row.holder()))
                .toList();
    }

    /** The rows of a key that the open chain says something of; null where it says nothing. */
    private @Nullable List<Rows.Row> chained(RegisterKey key) {
        var said = ChainedEntries.current(says);
        return said == null ? null : said.rows(key, this::standing);
    }

    private List<RegisterEntry> standing(RegisterKey key) {
        try (var connection = source.getConnection()) {
            return new RegisterTables(connection).standing(List.of(key)).getOrDefault(key, List.of());
        } catch (SQLException failure) {
            throw new JournalUnavailable("The register could not be read", failure);
        }
    }
}
