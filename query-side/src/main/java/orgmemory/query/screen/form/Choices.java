// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a field may be filled with. Each topic says it of its ids, and of those words that are not all for choosing. */
public interface Choices {

    /** The type of ids, or the enumeration, that it knows the choices of. */
    Class<?> type();

    /** What may be chosen, in the order in which it is shown. What cannot be right is best left out. */
    List<Choice> of(Question question);

    /** The choices of a type, by a function. */
    static Choices of(Class<?> type, Function<Question, List<Choice>> choices) {
        return new Choices() {

            @Override
            public Class<?> type() {
                return type;
            }

            @Override
            public List<Choice> of(Question question) {
                return choices.apply(question);
            }
        };
    }

    /**
     * What is asked.
     *
     * @param draft the form that is being filled in
     * @param field the field's name
     */
    record Question(Draft draft, String field) {

        public boolean of(Class<?> command) {
            return draft.command() == command;
        }
    }

    /**
     * Something to choose.
     *
     * @param value as the command holds it
     * @param label what it is called in the reader's language
     * @param group a heading that it stands under with its neighbours; null for none
     */
    record Choice(String value, String label, @Nullable String group) {

        public Choice(String value, String label) {
            this(value, label, null);
        }
    }
}
