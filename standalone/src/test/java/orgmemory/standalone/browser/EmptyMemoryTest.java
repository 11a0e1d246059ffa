// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import orgmemory.access.account.Admission;
import orgmemory.standalone.RunningMemory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory of one's own: from the link that the service prints to the first person who is known. */
@BrowserTest
class EmptyMemoryTest {

    private static final List<String> EMPTY = List.of("/", "/rounds", "/lines", "/people", "/log",
            "/account");

    @ParameterizedTest
    @ValueSource(strings = {"he", "en"})
    void its_first_keeper_comes_in_and_makes_the_first_person_known(String language, Visits visits,
            @TempDir Path data) {
        var look = language.equals("he") ? Look.HEBREW : Look.ENGLISH;
        try (var memory = RunningMemory.start(data)) {
            var code = memory.bean(Admission.class).inviteFirstKeeper().orElseThrow();
            var keeper = visits.stranger(look, memory).open("/welcome/" + code);
            usable(keeper);
            keeper.find("#name").fill("Ruth Almog");
            keeper.find("#signInName").fill("ruth");
            keeper.find("#password").fill("a long enough one");
            keeper.find("#repeated").fill("a long enough one");
            keeper.find("main button[type=submit]").first().click();
            keeper.find("#first-keeper").waitFor();
            usable(keeper);
            for (var path : EMPTY) {
                keeper.open(path);
                usable(keeper);
            }
            keeper.open("/people?do=RegisterPerson");
            keeper.find("#name").fill("נועה ברקאי");
            keeper.find("dialog footer button[type=submit]").click();
            assertThat(keeper.find("#now")).containsText("נועה ברקאי");
        }
    }

    private static void usable(Visit visit) {
        assertThat(Accessibility.violations(visit.page())).as(visit.page().url()).isEmpty();
        visit.page().setViewportSize(Look.PHONE, 800);
        assertThat(Accessibility.sideways(visit.page())).as(visit.page().url()).isEmpty();
        visit.page().setViewportSize(Look.DESK, 900);
    }
}
