// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.description;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import orgmemory.message.Subject;
import orgmemory.query.screen.Topic;

/** On which page one reads of a thing: its own, where its topic gives it one, else its trail. */
@Component
public final class Places {

    private final Map<String, String> byType;

    Places(List<Topic> topics) {
        byType = topics.stream()
                .flatMap(topic -> topic.places().entrySet().stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The path of a thing's page. */
    public String of(Subject subject) {
        var own = byType.get(subject.type());
        return own == null ? trail(subject) : own + subject.id();
    }

    /** The path of a thing's trail. */
    public static String trail(Subject subject) {
        return "/trail/" + subject;
    }
}
