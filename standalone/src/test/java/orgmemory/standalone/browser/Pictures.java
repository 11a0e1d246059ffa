// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import orgmemory.standalone.RunningMemory;
import orgmemory.standalone.architecture.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of {@code docs/screens}; no test by its name, so only who asks for it runs it:
 * {@code ./mvnw -q -pl standalone -am -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false test}.
 */
@BrowserTest
class Pictures {

    private static final Path FOLDER = Sources.root().resolve("docs/screens");
    private static final int TALLEST = 1_900;

    private static final String HEAD = """
            # Screens

            How the demo's pages look, in both languages and themes, on a desk and on a phone. Taken by
            `./mvnw -q -pl standalone -am -Dtest=Pictures -Dsurefire.failIfNoSpecifiedTests=false test`.

            """;

    /** A page, by the name of its pictures. */
    private record Screen(String name, String code, String path) {
    }

    private static final List<Screen> SCREENS = List.of(
            new Screen("sign-in", "-", "/sign-in"),
            new Screen("home", "D4", "/"),
            new Screen("cut-board", "D4", Board.PATH),
            new Screen("cut-board-then", "D4", Board.PATH + "?asOf=2016-11-10"),
            new Screen("propose", "D4", Board.PATH + "?do=ProposeBudgetCut"),
            new Screen("lines", "D4", "/lines"),
            new Screen("line", "D1", "/lines/BY2017:D1"),
            new Screen("trail", "D1", "/trail/line/BY2017:D1"),
            new Screen("changes", "D1", "/trail/round/CR-2017-1?from=2016-11-17"),
            new Screen("consultations", "P8", "/consultations"),
            new Screen("consultation", "P2", "/consultations/C-06"),
            new Screen("due", "D4", "/due"),
            new Screen("people", "MEM", "/people"),
            new Screen("log", "AUD", "/log"),
            new Screen("record-something", "MEM", "/record-something"),
            new Screen("search", "AUD", "/search?text=%D7%A7%D7%99%D7%A6%D7%95%D7%A5"),
            new Screen("account", "D4", "/account"),
            new Screen("not-found", "D4", "/lines/NOWHERE"));

    private static final List<Screen> OF_LONG_WORDS = List.of(
            new Screen("cut-board-long-words", "D4", Board.PATH),
            new Screen("line-long-words", "D6", "/lines/BY2017:D6"));

    /** Of the demo that is told to its end. */
    private static final List<Screen> OF_NEXT_YEAR = List.of(
            new Screen("groups", "P1", "/groups"),
            new Screen("group", "P1", "/groups/LG-1"));

    private static final List<Look> LOOKS = List.of(Look.HEBREW, Look.ENGLISH.dark(),
            Look.HEBREW.dark().wide(Look.PHONE), Look.ENGLISH.wide(Look.PHONE));

    @Test
    void of_every_page(Visits visits, @TempDir Path data) throws IOException {
        Files.createDirectories(FOLDER);
        var rows = new ArrayList<String>();
        rows.add("page | " + LOOKS.stream().map(Look::toString).collect(Collectors.joining(" | ")));
        rows.add("---" + " | ---".repeat(LOOKS.size()));
        for (var screen : SCREENS) {
            rows.add(everyLook(screen, look -> visits.of(screen.code(), look)));
        }
        try (var next = RunningMemory.start(data, "--demo-until=2017-06-30")) {
            for (var screen : OF_NEXT_YEAR) {
                rows.add(everyLook(screen, look -> visits.of(screen.code(), look, next)));
            }
        }
        LongWordsTest.write(visits.memory());
        for (var screen : OF_LONG_WORDS) {
            rows.add(everyLook(screen, look -> visits.of(screen.code(), look)));
        }
        Files.writeString(FOLDER.resolve("README.md"), HEAD + String.join("\n", rows) + "\n");
    }

    private static String everyLook(Screen screen, Function<Look, Visit> visitor) throws IOException {
        var cells = new ArrayList<String>(List.of(screen.name()));
        for (var look : LOOKS) {
            var file = screen.name() + "-" + look + ".webp";
            take(visitor.apply(look), screen, FOLDER.resolve(file));
            cells.add("[picture](" + file + ")");
        }
        return String.join(" | ", cells);
    }

    private static void take(Visit visit, Screen screen, Path file) throws IOException {
        var page = visit.open(screen.path(), screen.path().endsWith("NOWHERE") ? 404 : 200).page();
        int width = visit.look().width();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, Math.clamp(height, 700, TALLEST));
        if (visit.find("mem-chart").count() > 0) {
            visit.find("mem-chart svg").first().waitFor();
        }
        page.evaluate("document.fonts.ready");
        var how = new JsonObject();
        how.addProperty("format", "webp");
        how.addProperty("quality", 80);
        var taken = visit.context().newCDPSession(page).send("Page.captureScreenshot", how);
        Files.write(file, Base64.getDecoder().decode(taken.get("data").getAsString()));
    }
}
