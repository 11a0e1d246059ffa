// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.Map;
import java.util.function.UnaryOperator;
import orgmemory.message.Rejected;

/**
 * How a topic's rules are told on its forms.
 *
 * @param fields the field that a rule is about, by the rule's code
 * @param named  what a thing in a rule's sentence is called, instead of its id
 */
public record Refusals(Map<String, String> fields, UnaryOperator<Object> named) {

    /** Rules that are told above the form, with ids as they are. */
    public static final Refusals PLAIN = new Refusals(Map.of(), UnaryOperator.identity());

    RuntimeException named(RuntimeException refusal) {
        return refusal instanceof Rejected rejected
                ? new Rejected(rejected.kind(), rejected.code(),
                        rejected.arguments().stream().map(named).toArray())
                : refusal;
    }
}
