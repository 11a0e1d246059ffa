// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import orgmemory.journal.AppendConditions;
import orgmemory.journal.Facts;
import orgmemory.journal.append.StaleVersion;
import orgmemory.message.Event;
import orgmemory.message.Subject;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalStorageEngineTest {

    private final ForecastStore store = new ForecastStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_unit_of_work_gets_its_receipt_when_its_events_are_durable() {
        var conditions = new AppendConditions("P1 k", "hash", null);
        ForecastStore.inUnitOfWork(conditions, () -> {
            publish(Facts.forecast("BY2017", 1));
            publish(Facts.cut("BY2017", "C-1", 5));
            assertThat(conditions.receipt()).isNull();
            assertThat(store.journal.head()).isZero();
        });
        assertThat(conditions.receipt()).isEqualTo(store.commits.answer("P1 k").orElseThrow().receipt());
        assertThat(store.journal.head()).isEqualTo(2);
    }

    @Test
    void events_of_nested_units_of_work_are_appended_with_the_root_on_its_terms() {
        var conditions = new AppendConditions("P1 k", "hash", 0L);
        ForecastStore.inUnitOfWork(conditions, () -> {
            ForecastStore.inUnitOfWork(new AppendConditions("ignored", "hash", 7L),
                    () -> publish(Facts.cut("BY2017", "C-1", 5)));
            assertThat(store.journal.head()).isZero();
            publish(Facts.forecast("BY2018", 1));
        });
        assertThat(store.journal.head()).isEqualTo(2);
        assertThat(store.commits.answer("ignored")).isEmpty();
        assertThat(conditions.receipt()).isNotNull();
    }

    @Test
    void a_unit_of_work_that_fails_appends_nothing() {
        assertThatThrownBy(() -> ForecastStore.inUnitOfWork(AppendConditions.none(), () -> {
            publish(Facts.forecast("BY2017", 1));
            throw new IllegalStateException("later");
        })).hasMessage("later");
        assertThat(store.journal.head()).isZero();
    }

    @Test
    void events_outside_a_unit_of_work_are_appended_at_once() {
        publish(Facts.forecast("BY2017", 1));
        assertThat(store.journal.head()).isEqualTo(1);
    }

    @Test
    void a_refused_append_rolls_back_and_the_cached_aggregate_is_forgotten() {
        store.tell(1, "2016-11-05");
        store.record(Facts.forecast("BY2017", 2), "2016-11-06");
        assertThatThrownBy(() -> store.tell(3, "2016-11-07")).isInstanceOf(ConcurrencyException.class);
        assertThat(store.ask(store.cached)).containsExactly("2016-11-05 1", "2016-11-06 2");
        store.tell(3, "2016-11-07");
        assertThat(store.journal.head()).isEqualTo(3);
    }

    @Test
    void a_stale_version_reaches_the_caller_as_it_is() {
        store.tell(1, "2016-11-05");
        assertThatThrownBy(() -> ForecastStore.inUnitOfWork(new AppendConditions(null, null, 0L),
                () -> publish(Facts.forecast("BY2017", 2)))).isInstanceOf(StaleVersion.class);
    }

    @Test
    void after_a_late_fact_or_a_correction_the_cached_aggregate_is_read_anew() {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-07");
        assertThat(store.evicted).isEmpty();
        var late = store.tell(3, "2016-11-06");
        assertThat(store.evicted).containsExactly(ForecastStore.YEAR);
        assertThat(store.ask(store.cached)).containsExactly("2016-11-05 1", "2016-11-06 3", "2016-11-07 2");
        store.record(Facts.annulled(late, Facts.forecast("BY2017", 3)), "2016-12-01");
        assertThat(store.evicted).hasSize(2);
        assertThat(store.ask(store.cached)).containsExactly("2016-11-05 1", "2016-11-07 2");
    }

    @Test
    void an_event_without_an_envelope_or_of_a_foreign_stream_is_not_taken() {
        var forecast = Facts.forecast("BY2017", 1);
        assertThatThrownBy(() -> store.events.publish(new GenericEventMessage<>(forecast)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.events.publish(new GenericDomainEventMessage<>("Forecasts",
                "budget-year/BY2018", 0, forecast, Facts.on("2016-11-01").toMetadata())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.events.publish(new GenericEventMessage<>("text")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.journal.head()).isZero();
    }

    @Test
    void after_a_restart_aggregates_are_as_they_were() {
        store.tell(1, "2016-11-05");
        store.tell(2, "2016-11-06");
        store.close();
        try (var restarted = new ForecastStore(store.database)) {
            assertThat(restarted.told()).containsExactly("2016-11-05 1", "2016-11-06 2");
            restarted.tell(3, "2016-11-07");
            assertThat(restarted.journal.entitySince(Subject.of(ForecastStore.YEAR), 2)).hasSize(1);
        }
    }

    @Test
    void the_whole_journal_can_be_followed_as_axon_does() throws InterruptedException {
        publish(Facts.forecast("BY2017", 1));
        publish(Facts.forecast("BY2018", 2));
        try (var stream = store.events.openStream(store.events.createTailToken())) {
            assertThat(List.of(stream.nextAvailable().getPayload(), stream.nextAvailable().getPayload()))
                    .containsExactly(Facts.forecast("BY2017", 1), Facts.forecast("BY2018", 2));
        }
        assertThat(store.events.createHeadToken().position()).hasValue(2);
    }

    private void publish(Event event) {
        store.events.publish(
                new GenericEventMessage<>(event, MetaData.from(Facts.on("2016-11-01").toMetadata())));
    }
}
