// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page and every open dialog: everybody can use it, on every screen and on paper, in both languages. */
@BrowserTest(house = "pages")
class EveryPageTest {

    /** Who looks at what; what is offered there differs by capacity. */
    private static final String PAGES = """
            - /sign-in
            D4 /
            REC /
            MEM /
            D4 /account
            MEM /account/invitations
            MEM /import
            REC /rounds
            REC /rounds/CR-2017-1
            D1 /rounds/CR-2017-1
            D1 /rounds/CR-2017-1?asOf=2016-11-10&knownOn=2016-11-20
            D1 /rounds/CR-2017-1?do=ProposeBudgetCut
            D2 /rounds/CR-2017-1?do=OfferSolidarityTransfer
            REC /rounds/CR-2017-1?do=AcceptBudgetCut&cutId=CUT-09
            I1 /rounds/CR-2017-1?do=WithdrawBudgetCut&cutId=CUT-09
            D4 /rounds/CR-2017-1?do=AcceptSolidarityTransfer&transferId=S-01
            D4 /lines?yearId=BY2017
            D4 /lines/BY2017:D1
            D4 /lines/BY2017:P8?do=OfferSolidarityTransfer
            D1 /trail/round/CR-2017-1
            D1 /trail/line/BY2017:D4?asOf=2016-11-24
            D1 /trail/cut/CUT-07
            D1 /trail/round/CR-2017-1?from=2016-11-10&fromKnownOn=2016-11-20
            AUD /log
            AUD /log?text=%D7%A8%D7%96%D7%A8%D7%91%D7%94
            AUD /search?text=%D7%A8%D7%96%D7%A8%D7%91%D7%94
            AUD /people
            MEM /people
            MEM /people?do=RegisterPerson
            MM1 /people?do=AppointManager
            MM1 /people?do=OpenArea
            MEM /people?do=GrantRole
            D1 /people/D4
            D1 /areas/D4?asOf=2016-10-01
            D4 /consultations
            D4 /groups
            D4 /groups?do=ProposeLearningGroup
            D4 /due
            D4 /lines/NOWHERE
            """;

    static Stream<Arguments> pages() {
        return Stream.of(Look.HEBREW, Look.ENGLISH)
                .flatMap(look -> PAGES.lines()
                        .map(page -> page.split(" ", 2))
                        .map(page -> Arguments.of(page[0], page[1], look)));
    }

    @ParameterizedTest(name = "{0} at {1}, {2}")
    @MethodSource("pages")
    void everybody_can_use_it(String code, String path, Look look, Visits visits) {
        var visit = visits.of(code, look).open(path, path.endsWith("NOWHERE") ? 404 : 200);
        var page = visit.page();
        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(page.locator("dialog:modal").count()).isEqualTo(path.contains("do=") ? 1 : 0);
        assertThat(Accessibility.violations(page)).as("by day").isEmpty();
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        assertThat(Accessibility.paleTexts(page)).as("by night").isEmpty();
        for (int width : new int[] {Look.PHONE, Look.SMALL_PHONE}) {
            page.setViewportSize(width, 800);
            assertThat(Accessibility.sideways(page)).as("sideways at %s pixels", width).isEmpty();
        }
        assertThat(Accessibility.unreachable(page)).as("on a small phone").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("nav:visible, time-rail:visible, button:visible").count()).as("on paper")
                .isZero();
    }
}
