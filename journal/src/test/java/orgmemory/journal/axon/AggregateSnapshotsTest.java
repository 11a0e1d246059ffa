// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import orgmemory.journal.Facts;
import orgmemory.journal.TestDatabase;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregateSnapshotsTest {

    @Test
    void private_fields_are_kept_and_nothing_else() {
        var forecasts = new Forecasts();
        forecasts.on(Facts.forecast("BY2017", 1), MetaData.with("occurredOn", "2016-11-05"));
        var state = AggregateSnapshots.write(forecasts);
        assertThat(new String(state, UTF_8))
                .isEqualTo("{\"id\":\"budget-year/BY2017\",\"told\":{\"facts\":[\"2016-11-05 1\"]}}");
        var again = AggregateSnapshots.read(state, Forecasts.class);
        assertThat(again.id()).isEqualTo("budget-year/BY2017");
        assertThat(again.told()).containsExactly("2016-11-05 1");
    }

    @Test
    void an_aggregate_without_a_revision_is_noticed_at_the_start() {
        assertThatThrownBy(() -> AggregateSnapshots.Form.of(String.class))
                .hasMessageContaining("@Revision");
    }
}
