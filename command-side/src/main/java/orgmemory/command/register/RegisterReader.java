// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.register;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import orgmemory.access.WhoMay;
import orgmemory.command.register.RegisterEntry.Kind;
import orgmemory.journal.JournalUnavailable;
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

/** Reads the register's rows. */
public final class RegisterReader implements Register {

    private static final String ON = " and from_day <= ? and (until_day is null or until_day >= ?)";
    private static final String HOLDERS = "select holder from register.row where kind = ? and key = ?" + ON;
    private static final String KNOWN = "select key from register.row where kind = ? and key = ?";
    private static final String KEYS = "select distinct key from register.row where kind = ?" + ON
            + " order by key";
    private static final String HELD = "select key from register.row where kind = ? and holder = ?" + ON;

    /** Since when there is something, by the first fact of it as it stands; no row where that was annulled. */
    private static final String RECORDED = """
            select coalesce(right_one.payload ->> 'occurredOn', first.occurred_on::text)
            from journal.event first left join lateral (
                select event.name, convert_from(event.payload, 'UTF8')::json as payload from journal.event
                where event.entity = first.entity and event.name in ('record.corrected', 'record.annulled')
                    and convert_from(event.payload, 'UTF8')::json ->> 'eventId' = first.event_id
                order by event.entity_version desc limit 1) right_one on true
            where first.entity = ? and first.entity_version = 1
                and right_one.name is distinct from 'record.annulled'
            """;

    private final DataSource dataSource;
    private final @Nullable WhoMay memory;

    private record Question(String sql, List<Object> values) {
    }

    public RegisterReader(DataSource dataSource) {
        this(dataSource, null);
    }

    /** Answers from memory where nothing has changed; whoever asks has looked before. */
    public RegisterReader(DataSource dataSource, @Nullable WhoMay memory) {
        this.dataSource = dataSource;
        this.memory = memory;
    }

    @Override
    public boolean exists(Subject id) {
        var key = key(id);
        return !read(KNOWN, key.kind().name(), key.key()).isEmpty() || recordedOn(key).isPresent();
    }

    @Override
    public boolean exists(Subject id, LocalDate day) {
        var key = key(id);
        return !read(KNOWN + ON, key.kind().name(), key.key(), day, day).isEmpty()
                || recordedOn(key).filter(first -> !first.isAfter(day)).isPresent();
    }

    /**
     * Since when something is in the record. Nobody says to the register that a part of a whole exists, as a proposal of a
     * year: it would have to be written with each. Few ask, and the journal tells.
     */
    private Optional<LocalDate> recordedOn(RegisterKey key) {
        return key.kind() == Kind.EXISTS
                ? select(RECORDED, key.key()).stream().map(LocalDate::parse).findFirst()
                : Optional.empty();
    }

    @Override
    public Set<Capacity> roles(PersonId person, LocalDate day) {
        return holders(Kind.ROLE, person.value(), day).stream()
                .map(Capacity::valueOf)
                .collect(toUnmodifiableSet());
    }

    @Override
    public Optional<ManagerKind> manager(PersonId person, LocalDate day) {
        return holders(Kind.MANAGER, person.value(), day).stream().map(ManagerKind::valueOf).findFirst();
    }

    @Override
    public DevelopmentStage stage(LocalDate day) {
        return stage(holders(Kind.STAGE, StageMessages.FORUM.id(), day));
    }

    static DevelopmentStage stage(List<String> told) {
        return told.isEmpty()
                ? DevelopmentStage.PROFESSIONAL_DEVELOPMENT
                : DevelopmentStage.valueOf(told.getFirst());
    }

    @Override
    public boolean onLeave(PersonId person, LocalDate day) {
        return !read(KNOWN + ON, Kind.LEAVE.name(), person.value(), day, day).isEmpty();
    }

    @Override
    public Set<Subject> memberships(PersonId person, LocalDate day) {
        return holders(Kind.MEMBER, person.value(), day).stream()
                .map(Subject::of)
                .collect(toUnmodifiableSet());
    }

    @Override
    public List<PersonId> managers(LocalDate day) {
        return read(KEYS, Kind.MANAGER.name(), day, day).stream().map(PersonId::new).toList();
    }

    @Override
    public Optional<PersonId> accountable(AreaId area, LocalDate day) {
        return holders(Kind.ACCOUNTABLE, area.value(), day).stream().map(PersonId::new).findFirst();
    }

    @Override
    public boolean accountableForAny(PersonId person, LocalDate day) {
        return !read(HELD, Kind.ACCOUNTABLE.name(), person.value(), day, day).isEmpty();
    }

    @Override
    public Set<ConsultationId> consultations(Subject served, LocalDate day) {
        return holders(Kind.SERVED, served.toString(), day).stream()
                .map(ConsultationId::new)
                .collect(toUnmodifiableSet());
    }

    @Override
    public boolean consulted(ConsultationId consultation, PersonId person, LocalDate day) {
        return !read(KNOWN + ON, Kind.CONSULTED.name(), AdviceId.of(consultation, person).value(), day, day)
                .isEmpty();
    }

    /** Under which key the register knows that something exists; that of a manager says of which kind they are. */
    static RegisterKey key(Subject id) {
        return id.type().equals("manager")
                ? new RegisterKey(Kind.MANAGER, id.id())
                : new RegisterKey(Kind.EXISTS, id.toString());
    }

    private List<String> holders(Kind kind, String key, LocalDate day) {
        return read(HOLDERS, kind.name(), key, day, day);
    }

    private List<String> read(String sql, Object... values) {
        return memory == null
                ? select(sql, values)
                : memory.known(new Question(sql, List.of(values)), () -> select(sql, values));
    }

    private List<String> select(String sql, Object... values) {
        try (var connection = dataSource.getConnection(); var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return List.copyOf(found);
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("The register could not be read", failure);
        }
    }
}
