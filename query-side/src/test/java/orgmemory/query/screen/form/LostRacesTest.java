// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import orgmemory.message.CausedBy;
import orgmemory.message.Command;
import orgmemory.message.CorrectionMessages.CorrectionEvent;
import orgmemory.message.Event;
import orgmemory.query.budget.Autumn;

/** Whoever sends a form on which others went before is told who did what, never an id or a version. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LostRacesTest {

    private static final String FORM = "/record-something?do=";
    private static final String THING = "BY2017:LOST-RACE";

    /** Commands whose form says which version of a thing whoever fills it in has seen. */
    static Stream<Class<? extends Command>> commands() {
        return Catalogue.commands()
                .filter(Forms::hasForm)
                .filter(command -> Identity.versioned(command).isPresent());
    }

    /** What may happen to a thing while a form about it is open. */
    static Stream<Class<? extends Event>> meanwhile() {
        return Catalogue.events()
                .filter(event -> CorrectionEvent.class.isAssignableFrom(event) || commands()
                        .anyMatch(event.isAnnotationPresent(CausedBy.class)
                                ? event.getAnnotation(CausedBy.class).value()::equals
                                : _ -> false));
    }

    @AfterEach
    void nothing_refused() {
        Autumn.desk().refuses(null);
        Autumn.desk().asked();
    }

    @ParameterizedTest
    @MethodSource("meanwhile")
    void whatever_may_happen_to_a_thing_has_a_sentence_of_its_own(Class<? extends Event> event) {
        var key = "race." + Catalogue.storedAs(event).value();
        assertThat(new Sentences().has(key)).as(key).isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void whoever_lost_a_race_is_told_who_did_what_and_when(Class<? extends Command> command) {
        var type = Identity.versioned(command).map(field -> field.type()).orElseThrow();
        meanwhile().filter(event -> about(event, type)).forEach(event -> {
            var said = refused(command, List.of(Map.of("eventId", "0190163d-8694-739b-aea5-966c26f8ad91",
                    "name", Catalogue.storedAs(event).value(), "actor", "person/REC", "occurredOn",
                    "2016-11-25", "recordedAt", "2016-11-25T09:02:00Z")));
            assertThat(said).as(event.getSimpleName())
                    .contains("Shira Katz", "11:02", "not recorded")
                    .doesNotContain("REC", "was first");
        });
    }

    @Test
    void where_nothing_is_known_of_who_was_first_it_says_so_without_ids() {
        assertThat(commands()).allSatisfy(command -> assertThat(refused(command, List.of()))
                .contains("This has changed since you opened the form."));
    }

    private static boolean about(Class<? extends Event> event, Class<?> type) {
        return CorrectionEvent.class.isAssignableFrom(event)
                || Identity.versioned(Objects.requireNonNull(event.getAnnotation(CausedBy.class)).value())
                        .map(field -> field.type())
                        .filter(type::equals)
                        .isPresent();
    }

    /** What the form says above its fields. */
    private static String refused(Class<? extends Command> command, List<Map<String, String>> events) {
        Autumn.desk()
                .refuses(new HttpProblem(412, "version.stale", THING, "17", "18").with("events", events));
        var typed = new HashMap<>(Map.of("key", "k", "version", "17"));
        var again = Autumn.post("ALL", "en", FORM + command.getSimpleName(), typed);
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.text()).as(again.text()).doesNotContain(THING, "version 1");
        var html = again.html();
        int sum = html.indexOf("err-sum");
        return html.substring(sum, html.indexOf("</p>", sum));
    }
}
