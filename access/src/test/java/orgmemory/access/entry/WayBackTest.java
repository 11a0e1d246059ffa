// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WayBackTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rounds/CR-2017-1", "/rounds/CR-2017-1?asOf=2016-11-20&knownOn=2016-11-21",
            "/log?text=%D7%90", "/trail/line/BY2017:D4", "/welcomed"})
    void pages_of_this_site_are_gone_back_to(String to) {
        assertThat(WayBack.safe(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example",
            "\\\\elsewhere.example", "javascript:alert(1)", "/\t/elsewhere.example", "/x\r\nLocation: y",
            " /rounds",
            "rounds", "/rounds#x", "/{x}", "/א", "/sign-in", "/sign-in?to=/rounds", "/sign-in/cast",
            "/sign-out",
            "/welcome/code", "/error"})
    void anything_else_leads_to_the_first_page(String to) {
        assertThat(WayBack.safe(to)).isEqualTo("/");
    }

    @Test
    void what_is_longer_than_an_address_leads_to_the_first_page() {
        assertThat(WayBack.safe("/" + "x".repeat(3_000))).isEqualTo("/");
    }

    @Test
    void whoever_asked_for_a_page_comes_back_to_it() {
        var request = new MockHttpServletRequest("GET", "/rounds/CR-2017-1");
        request.setQueryString("asOf=2016-11-20&do=propose");

        assertThat(WayBack.signIn(request))
                .isEqualTo("/sign-in?to=%2Frounds%2FCR-2017-1%3FasOf%3D2016-11-20%26do%3Dpropose");
    }

    @Test
    void whoever_sent_a_form_comes_back_to_the_page_it_stood_on() {
        var request = new MockHttpServletRequest("POST", "/rounds/CR-2017-1/propose");
        assertThat(WayBack.signIn(request)).isEqualTo("/sign-in");

        request.addHeader("Referer", "http://localhost:8080/rounds/CR-2017-1?do=propose");
        assertThat(WayBack.signIn(request)).isEqualTo("/sign-in?to=%2Frounds%2FCR-2017-1%3Fdo%3Dpropose");
    }

    @Test
    void a_part_of_a_page_leads_back_to_the_page_that_shows_it() {
        var request = new MockHttpServletRequest("GET", "/rounds/CR-2017-1/tiles");
        request.addHeader("HX-Current-URL", "https://elsewhere.example//evil.example");
        assertThat(WayBack.signIn(request)).isEqualTo("/sign-in");

        var other = new MockHttpServletRequest("GET", "/rounds/CR-2017-1/tiles");
        other.addHeader("HX-Current-URL", "mailto:nobody");
        assertThat(WayBack.signIn(other)).isEqualTo("/sign-in");
    }
}
