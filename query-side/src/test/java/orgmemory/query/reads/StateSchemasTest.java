// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import orgmemory.message.Json;
import orgmemory.query.budget.CutBoard;
import orgmemory.query.budget.RoundOf2017;
import orgmemory.query.memory.Views;
import orgmemory.query.people.People;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateSchemasTest {

    private final CutBoard cutBoard = new CutBoard();
    private final People people = new People();
    private final StateSchemas schemas = new StateSchemas(new Views(List.of(cutBoard, people)));

    @Test
    void ids_are_strings_and_amounts_whole_numbers() {
        var properties = schemas.of(cutBoard).path("properties");

        assertThat(properties.path("roundId").path("type").asString()).isEqualTo("string");
        assertThat(properties.path("gapAgorot").path("type").asString()).isEqualTo("integer");
        assertThat(properties.path("openedOn").path("format").asString()).isEqualTo("date");
    }

    @Test
    void what_may_be_absent_is_not_required() {
        assertThat(strings(schemas.of(people).path("required"))).contains("personId", "areas", "roles")
                .doesNotContain("name", "kind", "tenureStart", "timeSharePercent");
    }

    @Test
    void every_field_of_a_state_is_described() {
        var board = RoundOf2017.facts().fold(cutBoard, "CR-2017-1");
        var json = Json.mapper().valueToTree(board);

        assertThat(json.propertyNames()).isNotEmpty()
                .isSubsetOf(schemas.of(cutBoard).path("properties").propertyNames());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
