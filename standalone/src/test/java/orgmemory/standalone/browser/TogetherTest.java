// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Several people at the same board see what each of them does, without asking for it; the past stays as it was. */
@BrowserTest
class TogetherTest {

    private static final int A_SECOND = 1000;

    @Test
    void two_see_each_others_changes_within_a_second_and_yesterday_does_not_move(Visits visits) {
        var noa = Board.open(visits.of("D1", Look.HEBREW));
        var shira = Board.open(visits.of("REC", Look.ENGLISH));
        var yesterday = visits.of("AUD", Look.HEBREW).open(Board.PATH + "?asOf=2016-11-24");
        var before = said(yesterday);

        // Both are listening once something has come through; only then does a second mean something.
        noa.propose("1,000", "To see that both listen");
        shira.ask("To see that both listen").waitFor();

        long pending = shira.amount("pending");
        noa.propose("3,000", "Seen by Shira within a second");
        withinASecond(shira.ask("Seen by Shira within a second"));
        assertThat(shira.amount("pending")).isEqualTo(pending + 3_000);

        long accepted = noa.amount("accepted");
        shira.ask("Seen by Shira within a second").locator("a[href*='do=AcceptBudgetCut']").click();
        shira.visit().find("#reason").fill("The forum agreed");
        shira.send().click();
        shira.visit().find(".accepted-card").getByText("Seen by Shira within a second").waitFor();
        withinASecond(noa.visit().find(".accepted-card").getByText("Seen by Shira within a second"));
        assertThat(noa.amount("accepted")).isEqualTo(accepted + 3_000);

        assertThat(said(yesterday)).isEqualTo(before);
        yesterday.page().reload();
        assertThat(said(yesterday)).isEqualTo(before);
    }

    @Test
    void what_comes_while_a_page_fetches_itself_is_shown_as_well(Visits visits) {
        var slow = Board.open(visits.of("D6", Look.ENGLISH));
        var early = new AtomicReference<Runnable>();
        slow.page().route("**" + Board.PATH, route -> {
            if (early.get() == null && route.request().headers().containsKey("hx-request")) {
                var answer = route.fetch();
                early.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
            } else {
                route.resume();
            }
        });
        var other = Board.open(visits.of("D3", Look.ENGLISH));
        other.propose("1,000", "Came first");
        slow.page().waitForCondition(() -> early.get() != null);
        other.propose("1,000", "Came while the first was on its way");
        Objects.requireNonNull(early.get()).run();
        assertThat(slow.ask("Came first")).isVisible();
        assertThat(slow.ask("Came while the first was on its way")).isVisible();
    }

    @Test
    void what_could_not_be_fetched_is_fetched_again(Visits visits) {
        var unlucky = Board.open(visits.of("D6", Look.ENGLISH));
        var refused = new AtomicInteger();
        unlucky.page().route("**" + Board.PATH, route -> {
            if (route.request().headers().containsKey("hx-request") && refused.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Told while the page was out of reach");
        assertThat(unlucky.ask("Told while the page was out of reach")).isVisible();
        unlucky.visit().pardon("ERR_FAILED");
        unlucky.visit().pardon("htmx:");
    }

    @Test
    void a_page_that_is_paused_stays_as_it_is_until_it_goes_on(Visits visits) {
        var paused = Board.open(visits.of("D6", Look.HEBREW));
        var listening = Board.open(visits.of("REC", Look.HEBREW));
        paused.visit().find(".live-pill").click();
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Unseen for a while");
        assertThat(listening.ask("Unseen for a while")).isVisible();
        assertThat(paused.ask("Unseen for a while")).hasCount(0);
        assertThat(paused.visit().find(".live-pill")).hasAttribute("aria-pressed", "false");
        paused.visit().find(".live-pill").click();
        assertThat(paused.ask("Unseen for a while")).isVisible();
    }

    @Test
    void where_a_proxy_holds_the_stream_back_the_page_asks_by_itself(Visits visits) {
        var behindProxy = visits.of("D6", Look.ENGLISH);
        behindProxy.context().addInitScript(OneStreamTest.WITHOUT_WORKERS);
        behindProxy.page().route("**/live", _ -> {
            // Nothing is answered, as by a proxy that waits for the end.
        });
        var board = Board.open(behindProxy);
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Heard of by asking");
        assertThat(board.ask("Heard of by asking")).isVisible();
    }

    @Test
    void a_form_that_is_being_filled_in_is_not_disturbed(Visits visits) {
        var board = Board.open(visits.of("D6", Look.ENGLISH));
        board.fill("1,000", "Still being written");
        Board.open(visits.of("D3", Look.ENGLISH)).propose("1,000", "Comes in between");
        assertThat(board.ask("Comes in between")).hasCount(1);
        assertThat(board.visit().find("#reason")).hasValue("Still being written");
        board.send().click();
        assertThat(board.ask("Still being written")).isVisible();
    }

    /** The figures and all that is told of proposals and offers; the chart is drawn from them. */
    private static String said(Visit visit) {
        return visit.find("#tiles").textContent() + visit.find("#now").textContent()
                + visit.find("#t-road").textContent();
    }

    private static void withinASecond(Locator target) {
        target.waitFor(new Locator.WaitForOptions().setTimeout(A_SECOND));
    }
}
