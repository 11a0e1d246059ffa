// SPDX-License-Identifier: Apache-2.0
package orgmemory.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What names one thing of one type. Each type of id is a class of its own, so that no two are confused; in JSON an id is its
 * bare value. It is a class rather than a record for every id to have its form from the beginning and to read as its value.
 */
public abstract class Id {

    /** {@code BudgetYearId} names a {@code budget-year}. */
    private static final ClassValue<String> TYPES = new ClassValue<>() {

        @Override
        protected String computeValue(Class<?> id) {
            return id.getSimpleName()
                    .replaceFirst("Id$", "")
                    .replaceAll("(?<=.)([A-Z])", "-$1")
                    .toLowerCase(Locale.ROOT);
        }
    };

    private final String value;
    private final Subject subject;

    /** Takes the id of a whole; {@link IllegalArgumentException} {@code id.form} where it has another form. */
    protected Id(String value) {
        this(value, false);
    }

    /** Takes an id that may also be of a part of a whole, as {@code BY2017:D4}. */
    protected Id(String value, boolean mayBePart) {
        this.value = mayBePart ? Ids.checkPart(value) : Ids.check(value);
        this.subject = new Subject(TYPES.get(getClass()), value);
    }

    /** What the things that a type of ids names are called in subjects: {@code budget-year}. */
    public static String typeName(Class<? extends Id> type) {
        return TYPES.get(type);
    }

    /** The id alone, as {@code BY2017}. */
    public final String value() {
        return value;
    }

    /** The id with the type of what it names: {@code budget-year/BY2017}. */
    public final Subject subject() {
        return subject;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Id id && id.getClass() == getClass() && id.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @JsonValue
    @Override
    public final String toString() {
        return value;
    }
}
