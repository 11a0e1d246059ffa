// SPDX-License-Identifier: Apache-2.0
package orgmemory.journal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orgmemory.message.Catalogue;
import orgmemory.message.Event;
import orgmemory.message.Json;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;

/** Every event ever written can be read by every later release: each revision of each event has its approved sample. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventSamplesTest {

    private static final Path SAMPLES = Path.of(System.getProperty("basedir", "."),
            "../messages/src/test/resources/samples");
    private static final String APPROVE = "approve-samples";
    private static final Pattern NAME = Pattern.compile("(.+)\\.v(\\d+)\\.json");

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @MethodSource("events")
    void is_written_as_its_sample_says_and_read_back_equal(Class<? extends Event> type) throws IOException {
        var event = SampleEvents.filled(type);
        var storedAs = codec.storedAs(event);
        var sample = SAMPLES.resolve(storedAs.value() + ".v" + storedAs.revision() + ".json");
        var written = Json.mapper().readTree(codec.encode(event));
        if (!Files.exists(sample) && System.getProperty(APPROVE) != null) {
            var text = Json.mapper()
                    .writer()
                    .with(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(written);
            Files.writeString(sample, text + "\n");
        }
        var advice = advice(type.getSimpleName(), sample.getFileName());
        assertThat(sample).as(advice).exists();
        assertThat(Json.mapper().readTree(Files.readString(sample))).as(advice).isEqualTo(written);
        assertThat(codec.decode(storedAs.value(), storedAs.revision(), Files.readAllBytes(sample)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_read_by_this_release(Path sample) throws IOException {
        var name = NAME.matcher(sample.getFileName().toString());
        assertThat(name.matches()).isTrue();
        var event = codec.decode(name.group(1), Integer.parseInt(name.group(2)), Files.readAllBytes(sample));
        assertThat(codec.storedAs(event).value()).isEqualTo(name.group(1));
    }

    @Test
    void each_revision_there_has_been_has_a_sample() throws IOException {
        var names = samples().map(sample -> sample.getFileName().toString()).collect(toSet());
        assertThat(events().map(Catalogue::storedAs)).isNotEmpty().allSatisfy(storedAs -> {
            for (int revision = 1; revision <= storedAs.revision(); revision++) {
                assertThat(names).contains(storedAs.value() + ".v" + revision + ".json");
            }
        });
    }

    private static String advice(String event, Path sample) {
        return """
                %s is not written as its approved sample %s says.
                A new event: approve it by ./mvnw -pl journal -am test -Dtest=EventSamplesTest -D%s \
                -Dsurefire.failIfNoSpecifiedTests=false, look at the file, and commit it.
                A changed event: raise its revision in @StoredAs, add an Upcaster from the old one, and
                approve the new sample so; the old sample stays."""
                .formatted(event, sample, APPROVE);
    }

    static Stream<Class<? extends Event>> events() {
        return Catalogue.events();
    }

    static Stream<Path> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.sorted().toList().stream();
        }
    }
}
