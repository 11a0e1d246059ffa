// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static orgmemory.command.http.Cast.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.StreamSupport;
import orgmemory.message.Catalogue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = CommandSide.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = CommandSide.OnItsOwn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemasTest {

    @Autowired
    private Cast cast;

    @Test
    void every_command_is_told_with_its_schema_and_who_may_issue_it() {
        var commands = json(cast.get("/api/commands")).get("commands");

        assertThat(StreamSupport.stream(commands.spliterator(), false)
                .map(command -> command.get("name").stringValue()))
                .containsExactlyElementsOf(Catalogue.commands().map(Class::getSimpleName).toList());
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.get("issuedBy").size()).isPositive();
            assertThat(command.at("/schema/type").stringValue()).isEqualTo("object");
            assertThat(command.at("/schema/properties/envelope/properties/occurredOn/format").stringValue())
                    .isEqualTo("date");
        });
    }

    @Test
    void a_schema_says_what_is_required_and_in_which_form() {
        var cut = json(cast.get("/api/commands/ProposeBudgetCut"));
        var properties = cut.at("/schema/properties");

        assertThat(cut.get("issuedBy").toString()).isEqualTo("[\"MGR\",\"MM\"]");
        assertThat(StreamSupport.stream(cut.at("/schema/required").spliterator(), false)
                .map(field -> field.stringValue()))
                .containsExactlyInAnyOrder("yearId", "roundId", "kind", "lineId", "amountAgorot", "reason",
                        "expectedConsequence");
        assertThat(properties.at("/cutId/type").stringValue()).isEqualTo("string");
        assertThat(properties.at("/lineId/pattern").stringValue()).isNotBlank();
        assertThat(properties.at("/amountAgorot/exclusiveMinimum").intValue()).isZero();
        assertThat(properties.at("/reason/maxLength").intValue()).isEqualTo(20_000);
        assertThat(properties.at("/kind/enum").toString()).contains("OWN_LINE");
        assertThat(cut.at("/schema/additionalProperties").booleanValue()).isFalse();
        assertThat(json(cast.get("/api/commands/CorrectRecord")).at("/schema/properties/replacement/type")
                .stringValue())
                .isEqualTo("object");
    }

    @Test
    void each_key_has_a_sentence_in_both_languages() throws IOException {
        assertThat(bundle("orgmemory/command/http/http_he.properties").keySet())
                .isEqualTo(bundle("orgmemory/command/http/http.properties").keySet())
                .isNotEmpty();
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        var file = Objects.requireNonNull(SchemasTest.class.getClassLoader().getResourceAsStream(name));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
