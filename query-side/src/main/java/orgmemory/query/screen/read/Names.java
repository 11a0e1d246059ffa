// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.query.memory.reading.Audience;
import orgmemory.query.memory.reading.Memory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people call the things that facts name by their ids. */
@Component
public final class Names {

    private static final int MOST_KEPT = 10_000;

    private final Memory memory;
    private final ObjectProvider<Labels> labels;
    private volatile Kept kept = new Kept(-1, new ConcurrentHashMap<>());

    Names(Memory memory, ObjectProvider<Labels> labels) {
        this.memory = memory;
        this.labels = labels;
    }

    /** Under which a request keeps up to where the memory was as it came. */
    private enum Position {
        OF_THE_MEMORY
    }

    private record Kept(long position, Map<String, String> names) {
    }

    /** The names in one language. */
    public In in(Locale language) {
        return new In(this, language);
    }

    /** The names in one language, as templates ask for them. */
    public record In(Names names, Locale language) {

        /** The name of a subject; its plain id where it has none; a dash where there is no subject. */
        public String of(@Nullable Subject subject) {
            return subject == null ? "–" : names.name(subject, language);
        }

        /** The same for a subject written as {@code type/id}. */
        public String named(@Nullable String subject) {
            return of(subject == null ? null : Subject.of(subject));
        }
    }

    private String name(Subject subject, Locale language) {
        return known().computeIfAbsent(language.getLanguage() + ' ' + subject,
                _ -> Audience.openly(() -> find(subject, language)).orElse(subject.id()));
    }

    /** Names are asked for again when the memory has moved on. */
    private Map<String, String> known() {
        long position = OncePerRequest.read(Position.OF_THE_MEMORY, memory::position);
        var now = kept;
        if (now.position() != position || now.names().size() > MOST_KEPT) {
            now = new Kept(position, new ConcurrentHashMap<>());
            kept = now;
        }
        return now.names();
    }

    private Optional<String> find(Subject subject, Locale language) {
        return labels.stream()
                .filter(topic -> topic.knows(subject.type()))
                .flatMap(topic -> topic.label(subject.type(), subject.id(), language).stream())
                .findFirst();
    }
}
