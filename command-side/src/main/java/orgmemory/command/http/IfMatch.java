// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orgmemory.access.HttpProblem;
import orgmemory.message.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of an entity a command may meet, as {@code If-Match} says it (RFC 9110, 13.1.1): any that there is, or one of
 * a list. Weak tags are none of them, since a version is the very same or another.
 *
 * @param any      whether every version will do, as long as there is one
 * @param versions those that will do
 */
public record IfMatch(boolean any, List<Long> versions) {

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern TAGS = Pattern
            .compile("[ \\t,]*" + TAG + "([ \\t]*,[ \\t]*(" + TAG + ")?)*[ \\t]*");
    private static final Pattern VERSION = Pattern.compile("(?<!W/)\"(\\d{1,18})\"");
    private static final int LONGEST = 4_000;

    /** The one version that will do; null for no condition at all. */
    public static @Nullable IfMatch version(@Nullable Long version) {
        return version == null ? null : new IfMatch(false, List.of(version));
    }

    /** Reads the header: {@code *}, {@code "3"}, or a list of tags. */
    static IfMatch of(String header) {
        var text = header.strip();
        if (text.equals("*")) {
            return new IfMatch(true, List.of());
        }
        if (text.length() > LONGEST || !TAGS.matcher(text).matches()) {
            throw HttpProblem.malformed("If-Match", "version");
        }
        var versions = Stream.of(text.split(",", -1))
                .map(tag -> VERSION.matcher(tag.strip()))
                .filter(tag -> tag.matches())
                .map(tag -> Long.valueOf(tag.group(1)))
                .toList();
        return new IfMatch(false, versions);
    }

    /** The one version that is named; null where there is no condition, or more than one version would do. */
    static @Nullable Long one(@Nullable IfMatch wanted) {
        return wanted == null || isChoice(wanted) ? null : wanted.versions().getFirst();
    }

    /** Whether it does not name just one version. */
    static boolean isChoice(@Nullable IfMatch wanted) {
        return wanted != null && wanted.versions().size() != 1;
    }

    boolean isJust(long version) {
        return versions.equals(List.of(version));
    }

    /** What is answered where none of those that are named could ever be a version. */
    static HttpProblem none(Subject entity, long current) {
        return new HttpProblem(412, "version.none", entity, Long.toString(current)).with("entity", entity)
                .with("version", current);
    }

    boolean matches(long current) {
        return any ? current > 0 : versions.contains(current);
    }
}
