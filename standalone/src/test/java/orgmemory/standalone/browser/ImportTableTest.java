// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import orgmemory.access.account.Admission;
import orgmemory.standalone.RunningMemory;
import orgmemory.standalone.architecture.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A keeper hands in a table, says where its fields come from, looks at the rows and records them; scripts or none. */
@BrowserTest
class ImportTableTest {

    private static final Path PICTURES = Sources.root().resolve("standalone/target/import-pictures");

    @Test
    void a_table_of_areas_is_chosen_mapped_looked_at_and_recorded(Visits visits, @TempDir Path data)
            throws URISyntaxException {
        try (var memory = RunningMemory.start(data)) {
            var code = memory.bean(Admission.class).inviteFirstKeeper().orElseThrow();
            var first = visits.stranger(Look.HEBREW.withoutScripts(), memory).open("/welcome/" + code);
            first.find("#name").fill("Ruth Almog");
            first.find("#signInName").fill("ruth");
            first.find("#password").fill("a long enough one");
            first.find("#repeated").fill("a long enough one");
            first.find("main button[type=submit]").first().click();
            first.find("#first-keeper").waitFor();
            takesOver(first, "areas.csv", "OpenArea", "4");
            var again = visits.stranger(Look.ENGLISH, memory).open("/sign-in");
            again.find("#signInName").fill("ruth");
            again.find("#password").fill("a long enough one");
            again.find("main button[type=submit]").first().click();
            again.page().waitForURL(url -> !url.contains("sign-in"));
            takesOver(again, "areas.csv", "OpenArea", "4");
        }
    }

    private static void takesOver(Visit keeper, String file, String command, String rows)
            throws URISyntaxException {
        keeper.open("/import");
        usable(keeper, "choose");
        keeper.find("#import button[type=submit]").click();
        keeper.pardon("status of 400");
        assertThat(keeper.find(".err-sum")).isVisible();
        var table = Objects.requireNonNull(RunningMemory.class.getResource("imports/" + file)).toURI();
        keeper.find("#file").setInputFiles(Path.of(table));
        keeper.find("#command").selectOption(command);
        keeper.find("#import button[type=submit]").click();
        keeper.find("[id='text.areaId']").fill("{קוד}");
        keeper.find("button[value=look]").click();
        assertThat(keeper.find("[id='text.areaId']")).hasValue("{קוד}");
        assertThat(keeper.find("#rows-note")).containsText(rows);
        usable(keeper, "look");
        keeper.find("button[value=record]").click();
        assertThat(keeper.find("#done-note")).containsText(rows);
        usable(keeper, "done");
    }

    private static void usable(Visit visit, String name) {
        assertThat(visit.page().locator("h1").count()).isEqualTo(1);
        var file = name + "-" + visit.look();
        visit.page().setViewportSize(Look.PHONE, 800);
        visit.picture(PICTURES.resolve(file + "-390.png"));
        if (visit.look().scripts()) {
            assertThat(Accessibility.sideways(visit.page())).as(name).isEmpty();
        }
        visit.page().setViewportSize(Look.DESK, 900);
        visit.picture(PICTURES.resolve(file + "-1440.png"));
        if (visit.look().scripts()) {
            assertThat(Accessibility.violations(visit.page())).as(name).isEmpty();
        }
    }
}
