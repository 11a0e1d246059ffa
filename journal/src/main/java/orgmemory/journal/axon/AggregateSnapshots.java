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
    private final Map<String, Class<?>> aggregates = new HashMap<>();

    /** @param aggregates the classes that may be read back; each says the revision of its state with {@link Revision} */
    public AggregateSnapshots(DataSource dataSource, Collection<? extends Class<?>> aggregates) {
        this.dataSource = dataSource;
        for (var aggregate : aggregates) {
            revision(aggregate);
            this.aggregates.put(aggregate.getSimpleName(), aggregate);
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
    public void store(String stream, long sequence, Class<?> aggregate, byte[] state) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(STORE)) {
            statement.setString(1, aggregate.getSimpleName());
            statement.setString(2, revision(aggregate));
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
        var type = row.getString("type");
        var aggregate = aggregates.get(type);
        if (aggregate == null || !revision(aggregate).equals(row.getString("revision"))) {
            return Optional.empty();
        }
        try {
            Object state = read(row.getBytes("state"), aggregate);
            var metadata = MetaData.with(LATEST_DAY, row.getObject("latest_day", LocalDate.class).toString());
            long sequence = row.getLong("sequence");
            return Optional.of(new GenericDomainEventMessage<>(type, stream, sequence, state, metadata,
                    stream + "@" + sequence, Instant.EPOCH));
        } catch (JacksonException unreadable) {
            LOG.warn("A snapshot of {} cannot be read and is left aside: {}", stream,
                    unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static String revision(Class<?> aggregate) {
        var revision = aggregate.getAnnotation(Revision.class);
        if (revision == null) {
            throw new IllegalStateException(aggregate.getSimpleName() + " lacks @Revision");
        }
        return revision.value();
    }
}
