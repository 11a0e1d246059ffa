// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import orgmemory.access.Problem;
import orgmemory.access.Sentences;
import orgmemory.message.Subject;
import orgmemory.query.screen.Fmt;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.read.Names;
import tools.jackson.databind.JsonNode;

/**
 * Tells who was first where what a form is about has changed since it was opened: {@code race.} and the fact's name has the
 * sentence, with who it was and when.
 */
@Component
final class LostRaces {

    private static final String STALE = "version.stale";

    private final Sentences sentences;
    private final FormWords words;
    private final Names names;
    private final ZoneId zone;

    LostRaces(Sentences sentences, FormWords words, Names names, ZoneId zone) {
        this.sentences = sentences;
        this.words = words;
        this.names = names;
        this.zone = zone;
    }

    /** Who did what and when, or that something was done; empty where nothing of the kind is wrong. */
    Optional<String> sentence(Problem problem, Page page) {
        if (!problem.code().equals(STALE)) {
            return Optional.empty();
        }
        var first = problem.body().path("events").path(0);
        return Optional
                .of(first.isObject() ? sentence(first, page) : words.say("race.unseen", page.language()));
    }

    private String sentence(JsonNode fact, Page page) {
        var name = fact.path("name").asString("");
        var who = Fmt.apart(
                names.in(page.language()).of(Subject.of(fact.path("actor").asString(""))));
        var when = when(Instant.parse(fact.path("recordedAt").asString("")), page);
        var own = "race." + name;
        return sentences.has(own)
                ? words.say(own, page.language(), who, when)
                : words.say("race.other", page.language(), who, when,
                        words.say("event." + name, page.language()));
    }

    private String when(Instant recorded, Page page) {
        var then = recorded.atZone(zone);
        var time = "%tR".formatted(then);
        return then.toLocalDate().equals(page.today())
                ? words.say("race.at", page.language(), time)
                : words.say("race.on", page.language(), page.fmt().day(then.toLocalDate()), time);
    }
}
