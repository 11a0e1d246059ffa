// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tests in the browser would notice what they say they look for. */
@BrowserTest
class HarnessTest {

    private static final String NOWHERE = "/rounds/NOWHERE";

    @Test
    void what_the_policy_on_contents_forbids_is_noticed(Visits visits) {
        var visit = visits.of("D1", Look.ENGLISH).open(NOWHERE, 404);
        visit.page()
                .evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">Red</p>')");
        visit.pardon("style-src");
    }

    @Test
    void a_failing_script_is_noticed(Visits visits) {
        var visit = visits.of("D1", Look.ENGLISH).open(NOWHERE, 404);
        visit.page().evaluate("setTimeout(() => { throw new Error('dropped') })");
        visit.pardon("dropped");
    }

    @Test
    void what_some_people_could_not_use_is_noticed(Visits visits) {
        var visit = visits.of("D1", Look.ENGLISH).open(NOWHERE, 404);
        assertThat(Accessibility.violations(visit.page())).isEmpty();
        visit.page().evaluate("""
                document.getElementById('main').insertAdjacentHTML('beforeend',
                  '<button></button><img src="/img/favicon.svg"><p class="pale">Pale</p>');
                document.querySelector('.pale').style.color = '#bbb';""");
        assertThat(Accessibility.violations(visit.page())).anyMatch(found -> found.startsWith("button-name"))
                .anyMatch(found -> found.startsWith("image-alt"))
                .anyMatch(found -> found.startsWith("color-contrast"));
    }
}
