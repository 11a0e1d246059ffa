// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import orgmemory.journal.JournalUnavailable;
import orgmemory.message.Json;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the latest snapshot of each aggregate. It only saves time: what cannot be used is left aside. */
public final class AggregateSnapshots {

    /** Metadata of a snapshot: the latest day of any fact in it. */
    static final String LATEST_DAY = "latestDay";

    private static final Logger LOG = LoggerFactory.getLogger(AggregateSnapshots.class);
    private static final JsonMapper MAPPER = Json.mapper()
            .rebuild()
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(ANY)
                    .withGetterVisibility(NONE)
                    .withIsGetterVisibility(NONE)
                    .withSetterVisibility(NONE))
            .build();
    private static final String STORE = """
            insert into journal.snapshot as kept (stream, sequence, latest_day, type, revision, state)
            select stream, sequence, latest_day, ?, ?, ? from journal.event where stream = ? and sequence = ?
            on conflict (stream) do update set sequence = excluded.sequence, latest_day = excluded.latest_day,
                type = excluded.type, revision = excluded.revision, state = excluded.state
            where kept.sequence < excluded.sequence or kept.revision <> excluded.revision
            """;
    private static final String READ = """
            select sequence, latest_day, type, revision, state from journal.snapshot kept
            where stream = ? and not exists (
                select from journal.event
                where stream = kept.stream and sequence > kept.sequence and reorders)
            """;

    private final DataSource dataSource;
    private final Map<String, Form> byName = new HashMap<>();
    private final Map<Class<?>, Form> byState = new HashMap<>();

    /**
     * How the states of one kind of aggregate are kept.
     *
     * @param name     under which they are
     * @param revision counts up whenever they are kept in another form: earlier ones are left aside
     */
    public record Form(String name, int revision, Class<?> state) {

        /** An aggregate that is kept whole, and says its revision by {@link Revision}. */
        public static Form of(Class<?> aggregate) {
            var revision = aggregate.getAnnotation(Revision.class);
            if (revision == null) {
                throw new IllegalStateException(aggregate.getSimpleName() + " lacks @Revision");
            }
            return new Form(aggregate.getSimpleName(), Integer.parseInt(revision.value()), aggregate);
        }
    }

    /** @param forms those that may be kept and read back */
    public AggregateSnapshots(DataSource dataSource, Collection<Form> forms) {
        this.dataSource = dataSource;
        for (var form : forms) {
            byName.put(form.name, form);
            byState.put(form.state, form);
        }
    }

    /** The state of an aggregate as it is kept. */
    public static byte[] write(Object aggregate) {
        return MAPPER.writeValueAsBytes(aggregate);
    }

    /** Reads what {@link #write} wrote. */
    public static <T> T read(byte[] state, Class<T> aggregate) {
        return MAPPER.readValue(state, aggregate);
    }

    /**
     * Keeps the state of an aggregate as it was after an event of its stream.
     *
     * @param state what {@link #write} wrote
     */
    public void store(String stream, long sequence, Class<?> type, byte[] state) {
        var form = Objects.requireNonNull(byState.get(type), () -> type + " has no form");
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(STORE)) {
            statement.setString(1, form.name);
            statement.setString(2, String.valueOf(form.revision));
            statement.setBytes(3, state);
            statement.setString(4, stream);
            statement.setLong(5, sequence);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new JournalUnavailable("A snapshot could not be stored", failure);
        }
    }

    /** The snapshot of a stream; none where a late fact or a correction has come since, or it cannot be read. */
    Optional<DomainEventMessage<?>> read(String stream) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(READ)) {
            statement.setString(1, stream);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? read(stream, rows) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new JournalUnavailable("A snapshot could not be read", failure);
        }
    }

    private Optional<DomainEventMessage<?>> read(String stream, ResultSet row) throws SQLException {
        var form = byName.get(row.getString("type"));
        if (form == null || !String.valueOf(form.revision).equals(row.getString("revision"))) {
            return Optional.empty();
        }
        try {
            Object state = read(row.getBytes("state"), form.state);
            var metadata = MetaData.with(LATEST_DAY, row.getObject("latest_day", LocalDate.class).toString());
            long sequence = row.getLong("sequence");
            return Optional.of(new GenericDomainEventMessage<>(form.name, stream, sequence, state, metadata,
                    stream + "@" + sequence, Instant.EPOCH));
        } catch (JacksonException unreadable) {
            LOG.warn("A snapshot of {} cannot be read and is left aside: {}", stream,
                    unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }
}
