// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import orgmemory.message.Catalogue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsPageTest {

    private static final String REMEDY = "docs/events.md is older than the code; make it again with: "
            + "./mvnw test -pl standalone -am -Dtest=EventsPageTest -Devents.write=true "
            + "-Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        var page = Sources.root().resolve("docs/events.md");
        if (Boolean.getBoolean("events.write")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, EventsPage.ofTheCode());
        }
        assertThat(page).as(REMEDY).content().isEqualTo(EventsPage.ofTheCode());
    }

    @Test
    void the_page_names_every_message() {
        var page = EventsPage.ofTheCode();
        assertThat(Catalogue.commands()).allSatisfy(command -> assertThat(page)
                .contains("**" + command.getSimpleName() + "**"));
        assertThat(Catalogue.events()).allSatisfy(event -> assertThat(page)
                .contains("`" + Catalogue.storedAs(event).value() + "`"));
    }
}
