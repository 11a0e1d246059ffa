// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import orgmemory.journal.EventCodec;
import orgmemory.journal.Facts;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderedEventStoreTest {

    private final ForecastStore store = new ForecastStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_aggregate_reads_its_facts_by_day_and_goes_on_from_its_true_end() {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-07");
        store.tell(3, "2016-11-06");
        assertThat(store.told()).containsExactly("2016-11-05 1", "2016-11-06 3", "2016-11-07 2");
        store.tell(4, "2016-11-08");
        assertThat(store.last().sequence()).isEqualTo(3);
    }

    @Test
    void corrections_stand_in_place_and_are_not_handed_on() {
        var first = store.tell(1, "2016-11-05");
        var second = store.tell(2, "2016-11-06");
        store.tell(3, "2016-11-07");
        store.record(Facts.corrected(first, Facts.forecast("BY2017", 10), LocalDate.parse("2016-11-07")),
                "2016-12-01");
        store.record(Facts.annulled(second, Facts.forecast("BY2017", 2)), "2016-12-01");
        assertThat(store.told()).containsExactly("2016-11-07 10", "2016-11-07 3");
        store.tell(4, "2016-11-08");
        assertThat(store.last().sequence()).isEqualTo(5);
    }

    @Test
    void a_stream_of_which_nothing_stands_is_not_found_and_may_begin_anew() {
        var only = store.tell(1, "2016-11-05");
        store.record(Facts.annulled(only, Facts.forecast("BY2017", 1)), "2016-12-01");
        assertThatThrownBy(store::told).isInstanceOf(AggregateNotFoundException.class);
        store.tell(2, "2016-12-02");
        store.tell(3, "2016-12-03");
        assertThat(store.last().sequence()).isEqualTo(3);
        assertThat(store.told()).containsExactly("2016-12-02 2", "2016-12-03 3");
        store.record(Facts.corrected(only, Facts.forecast("BY2017", 1), LocalDate.parse("2016-11-05")),
                "2016-12-04");
        assertThat(store.told()).containsExactly("2016-11-05 1", "2016-12-02 2", "2016-12-03 3");
    }

    @Test
    void what_follows_a_snapshot_is_read_after_it() throws SQLException {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-06");
        store.takeSnapshot();
        mark();
        store.tell(3, "2016-11-06");
        assertThat(store.told()).containsExactly("from a snapshot", "2016-11-06 3");
        assertThat(store.last().sequence()).isEqualTo(2);
    }

    @Test
    void a_snapshot_is_not_used_after_a_late_fact() throws SQLException {
        store.tell(1, "2016-11-05");
        store.tell(3, "2016-11-07");
        store.takeSnapshot();
        mark();
        store.tell(2, "2016-11-06");
        assertThat(store.told()).containsExactly("2016-11-05 1", "2016-11-06 2", "2016-11-07 3");
        store.takeSnapshot();
        mark();
        store.tell(4, "2016-11-07");
        assertThat(store.told()).containsExactly("from a snapshot", "2016-11-07 4");
    }

    @Test
    void a_snapshot_is_not_used_after_a_correction() throws SQLException {
        var first = store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-06");
        store.takeSnapshot();
        mark();
        store.record(Facts.annulled(first, Facts.forecast("BY2017", 1)), "2016-12-01");
        assertThat(store.told()).containsExactly("2016-11-06 2");
    }

    @Test
    void a_snapshot_is_not_used_where_a_late_fact_comes_between_it_and_what_follows() {
        store.tell(1, "2016-11-05");
        store.tell(3, "2016-11-07");
        store.takeSnapshot();
        var late = interrupted(() -> store.record(Facts.forecast("BY2017", 2), "2016-11-06"));
        assertThat(amounts(late)).containsExactly("2016-11-05", "2016-11-06", "2016-11-07");
        var corrected = interrupted(() -> store.record(
                Facts.annulled(store.last().eventId(), Facts.forecast("BY2017", 2)), "2016-12-01"));
        assertThat(amounts(corrected)).containsExactly("2016-11-05", "2016-11-07");
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_left_aside() throws SQLException {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-06");
        for (var change : List.of("state = '{'", "state = '{\"id\": \"x\", \"other\": 1}'", "revision = '0'",
                "type = 'java.net.URL'")) {
            store.takeSnapshot();
            change(change);
            assertThat(store.told()).containsExactly("2016-11-05 1", "2016-11-06 2");
            change("sequence = 0, revision = '0'");
        }
    }

    @Test
    void an_older_snapshot_does_not_replace_a_newer_one() throws SQLException {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-06");
        store.takeSnapshot();
        mark();
        store.takeSnapshot();
        assertThat(store.told()).containsExactly("from a snapshot");
    }

    /** Lets what was in the snapshot tell that it came from there. */
    private void mark() throws SQLException {
        change("state = '{\"id\": \"budget-year/BY2017\", \"told\": {\"facts\": [\"from a snapshot\"]}}'");
    }

    private void change(String set) throws SQLException {
        try (var connection = store.database.app().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update journal.snapshot set " + set)).isEqualTo(1);
        }
    }

    /** The stream as it is read where something happens right after its snapshot was. */
    private DomainEventStream interrupted(Runnable meanwhile) {
        var engine = (EventStorageEngine) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {EventStorageEngine.class}, (proxy, method, arguments) -> {
                    var answer = method.invoke(store.engine, arguments);
                    if (method.getName().equals("readSnapshot")) {
                        meanwhile.run();
                    }
                    return answer;
                });
        var recorded = EmbeddedEventStore.builder().storageEngine(engine).build();
        return new OrderedEventStore(recorded, new EventCodec()).readEvents(ForecastStore.YEAR);
    }

    private static List<Object> amounts(DomainEventStream stream) {
        return stream.asStream()
                .map(DomainEventMessage::getMetaData)
                .<Object>map(meta -> meta.get("occurredOn"))
                .toList();
    }
}
