// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a messages file says of each message in the first lines of its comment, and in which order they stand. */
final class MessageComments {

    private static final Pattern DECLARATION = Pattern.compile("(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?"
            + "(?:@[A-Za-z]+(?:\\([^)]*\\))?\\s*)*public (?:final class|record) (\\w+)", Pattern.DOTALL);

    private final Map<String, String> comments = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    MessageComments(Class<?> file) {
        var path = Sources.root()
                .resolve("messages/src/main/java")
                .resolve(file.getName().replace('.', '/') + ".java");
        var declarations = DECLARATION.matcher(String.join("\n", Sources.lines(path)));
        while (declarations.find()) {
            order.add(declarations.group(2));
            comments.put(declarations.group(2), text(declarations.group(1)));
        }
    }

    /** The comment without its tags, on one line; empty where there is none. */
    String of(String name) {
        return comments.getOrDefault(name, "");
    }

    List<String> order() {
        return order;
    }

    private static String text(@Nullable String comment) {
        if (comment == null) {
            return "";
        }
        var plain = comment.replaceAll("(?m)^\\s*\\*", " ").replaceAll("(?s)\\s@(?:param|throws).*", "");
        return plain.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").replaceAll("\\s+", " ").strip();
    }
}
