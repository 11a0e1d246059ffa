// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orgmemory.access.Sentences;
import orgmemory.message.Catalogue;
import orgmemory.message.CausedBy;
import orgmemory.message.Event;
import orgmemory.message.ThroughAccess;
import orgmemory.query.screen.form.CommandFields;

/** Every fact that can be put right has words for each of its fields. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FactFieldsTest {

    private final Sentences sentences = new Sentences();

    static Stream<Class<? extends Event>> events() {
        return Catalogue.events()
                .filter(event -> event.isAnnotationPresent(CausedBy.class)
                        && !event.getAnnotation(CausedBy.class)
                                .value()
                                .isAnnotationPresent(ThroughAccess.class));
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_field_of_a_fact_has_a_label(Class<? extends Event> event) {
        var owner = event.getAnnotation(CausedBy.class).value().getSimpleName();
        assertThat(CommandFields.of(event)).allSatisfy(field -> assertThat(
                Stream.of("field." + owner + "." + field.name(), "field." + field.name()))
                .as(field.name())
                .anyMatch(sentences::has));
    }
}
