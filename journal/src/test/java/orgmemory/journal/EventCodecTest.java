// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import orgmemory.message.Event;
import orgmemory.message.StoredAs;
import orgmemory.message.Subject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCodecTest {

    /** A later form of the forecast: {@code source} is called {@code saidBy}, and the sum is in whole shekels. */
    @StoredAs(value = "budget.forecast-recorded", revision = 3)
    record Forecast(String yearId, long shekels, String saidBy, String confidence) implements Event {

        @Override
        public Subject stream() {
            return Subject.of("budget-year", yearId);
        }

        @Override
        public List<Subject> subjects() {
            return List.of(stream());
        }
    }

    private static final Upcaster RENAMED = new Upcaster("budget.forecast-recorded", 1,
            EventCodecTest::rename);
    private static final Upcaster ROUNDED = new Upcaster("budget.forecast-recorded", 2,
            EventCodecTest::round);

    private final EventCodec later = new EventCodec(List.of(Forecast.class), List.of(ROUNDED, RENAMED));

    @Test
    void a_sample_from_before_a_field_was_renamed_is_read_through_its_upcasters() throws IOException {
        var sample = Path.of(System.getProperty("basedir", "."),
                "../messages/src/test/resources/samples/budget.forecast-recorded.v1.json");
        assertThat(later.decode("budget.forecast-recorded", 1, Files.readAllBytes(sample)))
                .isEqualTo(new Forecast("yearId", 10_000, "source", "confidence"));
    }

    @Test
    void each_revision_is_read_from_where_it_stands() {
        var second = """
                {"yearId": "BY2017", "amountAgorot": 500, "saidBy": "treasury", "confidence": "high"}""";
        var third = """
                {"yearId": "BY2017", "shekels": 5, "saidBy": "treasury", "confidence": "high"}""";
        var forecast = new Forecast("BY2017", 5, "treasury", "high");
        assertThat(later.decode("budget.forecast-recorded", 2, second.getBytes(UTF_8))).isEqualTo(forecast);
        assertThat(later.decode("budget.forecast-recorded", 3, third.getBytes(UTF_8))).isEqualTo(forecast);
    }

    @Test
    void what_is_written_is_read_back() {
        var codec = new EventCodec();
        var cut = Facts.cut("BY2017", "C-1", 5);
        assertThat(codec.decode("budget.cut-proposed", 1, codec.encode(cut))).isEqualTo(cut);
    }

    @Test
    void an_unknown_name_is_an_error_and_never_a_class_to_load() {
        for (var name : List.of("budget.nothing", "java.net.URL", Forecast.class.getName())) {
            assertThatThrownBy(() -> later.decode(name, 1, "{}".getBytes(UTF_8)))
                    .isInstanceOf(EventCodec.Unreadable.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void a_revision_from_the_future_is_an_error() {
        assertThatThrownBy(() -> later.decode("budget.forecast-recorded", 4, "{}".getBytes(UTF_8)))
                .isInstanceOf(EventCodec.Unreadable.class);
    }

    @Test
    void a_payload_of_another_form_is_an_error() {
        for (var payload : List.of("{\"extra\": 1}", "[]", "{", "")) {
            for (int revision : List.of(1, 3)) {
                assertThatThrownBy(
                        () -> new EventCodec(List.of(Forecast.class), List.of(ROUNDED, new Upcaster(
                                "budget.forecast-recorded", 1, node -> node)))
                                .decode("budget.forecast-recorded", revision, payload.getBytes(UTF_8)))
                        .isInstanceOf(EventCodec.Unreadable.class);
            }
        }
    }

    @Test
    void an_event_outside_the_registry_is_not_written() {
        assertThatThrownBy(() -> new EventCodec().encode(new Forecast("BY2017", 5, "treasury", "high")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_missing_upcaster_or_one_too_many_is_noticed_at_the_start() {
        assertThatThrownBy(() -> new EventCodec(List.of(Forecast.class), List.of(ROUNDED)))
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> new EventCodec(List.of(Forecast.class), List.of(RENAMED, ROUNDED, ROUNDED)))
                .hasMessageContaining("Two upcasters");
        var beyond = new Upcaster("budget.forecast-recorded", 3, node -> node);
        assertThatThrownBy(() -> new EventCodec(List.of(Forecast.class), List.of(RENAMED, ROUNDED, beyond)))
                .hasMessageContaining("leads nowhere");
    }

    private static ObjectNode rename(ObjectNode node) {
        node.set("saidBy", node.remove("source"));
        return node;
    }

    private static ObjectNode round(ObjectNode node) {
        node.put("shekels", node.path("amountAgorot").asLong(0) / 100);
        node.remove("amountAgorot");
        return node;
    }
}
