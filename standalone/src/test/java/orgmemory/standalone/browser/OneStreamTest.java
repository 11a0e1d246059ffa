// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** However many pages somebody has open, all stay live: a browser opens six connections to a place at most. */
@BrowserTest
class OneStreamTest {

    /** What browsers on phones lack. */
    static final String WITHOUT_WORKERS = "delete self.SharedWorker";

    private static final String WITHOUT_LOCKS = """
            delete self.SharedWorker;
            Object.defineProperty(Navigator.prototype, 'locks', {value: undefined});""";

    /** Loads the script as a worker whose stream has broken, and answers what it asks then; says how often it asks again. */
    private static final String BROKEN_STREAM = """
            async ([script, leaves]) => {
              let broken, answer;
              class Stream {
                static CLOSED = 2;
                readyState = 2;
                addEventListener(name, hear) { if (name === "error") broken = hear; }
                close() {}
              }
              const told = [], waits = [], worker = { onconnect: null };
              new Function("self", "EventSource", "fetch", "setTimeout", "clearTimeout", script)(worker, Stream,
                () => new Promise(done => answer = done), (_, after) => waits.push(after), () => {});
              const page = { postMessage: news => told.push(news.position) };
              worker.onconnect({ ports: [page] });
              broken();
              if (leaves) page.onmessage();
              answer({ ok: true, status: 200, text: async () => "7" });
              await new Promise(done => setTimeout(done));
              return waits.filter(after => after === 3000).length + " times, told " + told;
            }""";

    private static final int TABS = 8;

    @Test
    void eight_pages_of_one_browser_hear_all_and_end_together(Visits visits) {
        // Somebody whom no other test needs afterwards, signed out as they are then.
        var board = Board.open(visits.of("P5", Look.ENGLISH));
        var tabs = tabs(board);
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Heard by eight");
        tabs.forEach(tab -> hears(tab, "Heard by eight"));

        board.page().navigate("/account");
        board.page().locator("form[action$='/sign-out'] button").click();
        board.page().waitForURL("**/sign-in*");
        tabs.forEach(tab -> tab.waitForURL("**/sign-in*"));
    }

    @Test
    void where_the_page_that_listens_for_all_goes_another_takes_over(Visits visits) {
        var visit = visits.of("D6", Look.ENGLISH);
        visit.context().addInitScript(WITHOUT_WORKERS);
        var board = Board.open(visit);
        var leader = board.page();
        var tabs = tabs(board);
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Heard by one for all");
        tabs.forEach(tab -> hears(tab, "Heard by one for all"));

        leader.navigate("about:blank");
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Heard by the next");
        tabs.forEach(tab -> hears(tab, "Heard by the next"));
    }

    @Test
    void a_page_without_either_listens_for_itself(Visits visits) {
        var visit = visits.of("D6", Look.HEBREW);
        visit.context().addInitScript(WITHOUT_LOCKS);
        var board = Board.open(visit);
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Heard alone");
        hears(board.page(), "Heard alone");
    }

    @Test
    void where_the_last_page_goes_nothing_is_asked_any_more_though_an_answer_comes_late(Visits visits)
            throws IOException {
        var page = visits.stranger(Look.ENGLISH).page();
        var script = script();
        assertThat(page.evaluate(BROKEN_STREAM, List.of(script, false))).isEqualTo("1 times, told 7");
        assertThat(page.evaluate(BROKEN_STREAM, List.of(script, true))).isEqualTo("0 times, told ");
    }

    private static String script() throws IOException {
        try (var file = Objects.requireNonNull(
                OneStreamTest.class.getResourceAsStream("/static/js/live.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Page> tabs(Board first) {
        var tabs = new ArrayList<Page>();
        for (int i = 1; i < TABS; i++) {
            var tab = first.visit().context().newPage();
            tab.navigate(Board.PATH);
            tabs.add(tab);
        }
        return tabs;
    }

    private static void hears(Page tab, String reason) {
        assertThat(tab.getByText(reason).first()).isVisible();
    }
}
