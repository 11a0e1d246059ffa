// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How a line of a file becomes commands. To take over records of another form, write one more of these. */
interface RecordMapping {

    /** The mappings by the name that {@code --mapping} gives. */
    Map<String, Supplier<RecordMapping>> BY_NAME = Map.of(
            "commands", () -> line -> List.of(line),
            "budget-requests", BudgetRequests::new);

    /**
     * The commands for one line, in order, as {@code POST /api/commands} takes them: {@code command},
     * {@code idempotencyKey} and {@code body}. Keys are made from the line alone, so that loading it twice acts once.
     */
    List<JsonNode> commands(JsonNode line);
}
