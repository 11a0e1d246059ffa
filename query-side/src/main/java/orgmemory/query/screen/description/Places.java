// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.screen.Topic;

/** On which page one reads of a thing: its own, where its topic gives it one, else its trail. */
@Component
public final class Places {

    private static final String TRAIL = "/trail/";

    private final Map<String, String> byType;
    private final Map<String, String> shared;

    Places(List<Topic> topics) {
        byType = all(topics, Topic::places);
        shared = all(topics, Topic::sharedPlaces);
    }

    private static Map<String, String> all(List<Topic> topics, Function<Topic, Map<String, String>> places) {
        return topics.stream()
                .flatMap(topic -> places.apply(topic).entrySet().stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The path of a thing's page. */
    public String of(Subject subject) {
        var own = byType.getOrDefault(subject.type(), shared.get(subject.type()));
        return own == null ? trail(subject) : own + subject.id();
    }

    /** The thing whose page or trail has this path; null for any other page. */
    public @Nullable Subject at(String path) {
        return path.startsWith(TRAIL)
                ? subject(path.substring(TRAIL.length()))
                : byType.entrySet()
                        .stream()
                        .filter(place -> path.startsWith(place.getValue()))
                        .map(place -> subject(
                                place.getKey() + '/' + path.substring(place.getValue().length())))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Subject subject(String text) {
        try {
            return Subject.of(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** The path of a thing's trail. */
    public static String trail(Subject subject) {
        return TRAIL + subject;
    }
}
