// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.reading;

import java.util.function.Consumer;

/**
 * What a reader wants to know of the moment in which a state was read: a column of that very statement.
 *
 * @param column   an expression of text
 * @param receiver is given its value before the state is handed out, and may refuse
 */
public record Witness(String column, Consumer<String> receiver) {

    public static final Witness NONE = new Witness("''", _ -> {});
}
