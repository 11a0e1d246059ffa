// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.View;

/**
 * Something that people watch of a thing: an amount, a state, a name.
 *
 * @param of    what it is a figure of
 * @param name  stands in the bundles under {@code figure.}
 * @param key   of the view's state that says it
 * @param value an amount in agorot, a day, a subject or a word of an enumeration; null where there is none
 * @param main  whether a fact that moves it says so
 */
public record Figure<S>(Subject of, String name, View<S> view, String key,
        Function<S, @Nullable Object> value, boolean main) {

    /** The same where no fact says by itself that it moves it. */
    public Figure<S> aside() {
        return new Figure<>(of, name, view, key, value, false);
    }
}
