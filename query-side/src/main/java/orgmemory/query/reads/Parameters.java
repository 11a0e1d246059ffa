// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import orgmemory.access.HttpProblem;
import orgmemory.message.Subject;
import orgmemory.message.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What stands after the question mark. Whatever is wrong there is answered with its name. */
public final class Parameters {

    /** States or events a page, where nothing else is asked for. */
    static final int PAGE = 100;

    /** More than these are read page by page. */
    static final int LARGEST_PAGE = 1_000;

    private static final Set<String> EVERYWHERE = Set.of("asOf", "knownOn", "after", "format");

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}-");

    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Takes what was given.
     *
     * @param known what this read understands beside {@code asOf}, {@code knownOn}, {@code after} and {@code format}
     */
    public Parameters(MultiValueMap<String, String> parameters, Set<String> known) {
        parameters.forEach((name, values) -> {
            if (!EVERYWHERE.contains(name) && !known.contains(name)) {
                throw HttpProblem.malformed(name, "unknown-field");
            }
            if (values.size() > 1) {
                throw HttpProblem.malformed(name, "once");
            }
            if (!Texts.isText(values.getFirst())) {
                throw HttpProblem.malformed(name, "text");
            }
            given.put(name, values.getFirst());
        });
    }

    /** What was given under a name; null where nothing was. */
    public @Nullable String text(String name) {
        return given.get(name);
    }

    /** The given ones among these names. */
    Map<String, String> among(Set<String> names) {
        var found = new LinkedHashMap<>(given);
        found.keySet().retainAll(names);
        return found;
    }

    /** Items a page: from 1 to {@value #LARGEST_PAGE}. */
    public int limit() {
        var limit = number("limit");
        if (limit == null) {
            return PAGE;
        }
        if (limit < 1) {
            throw HttpProblem.malformed("limit", "Min", 1);
        }
        if (limit > LARGEST_PAGE) {
            throw HttpProblem.malformed("limit", "Max", LARGEST_PAGE);
        }
        return limit.intValue();
    }

    /** A whole number; null where nothing was given. */
    public @Nullable Long number(String name) {
        var text = given.get(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw HttpProblem.malformed(name, "whole-number");
        }
    }

    /** A typed id; where {@code type} is given, an id without its type is of that type. */
    public @Nullable Subject subject(String name, @Nullable String type) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return type == null || text.contains("/") ? Subject.of(text) : Subject.of(type, text);
        } catch (IllegalArgumentException notASubject) {
            throw HttpProblem.malformed(name, "subject.form");
        }
    }

    /** A day, or an instant written as ISO 8601 has it, in the years that have four digits. */
    @Nullable
    Object dayOrInstant(String name) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            if (!FOUR_DIGITS.matcher(text).lookingAt()) {
                throw HttpProblem.malformed(name, "day-or-time");
            }
            return text.contains("T") ? Instant.parse(text) : LocalDate.parse(text);
        } catch (DateTimeParseException neither) {
            throw HttpProblem.malformed(name, "day-or-time");
        }
    }

    /** One of the words, the first of them where nothing is given. */
    String oneOf(String name, List<String> words) {
        var text = given.getOrDefault(name, words.getFirst());
        if (!words.contains(text)) {
            throw HttpProblem.malformed(name, "one-of", String.join(", ", words));
        }
        return text;
    }
}
