// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No link of any page leads nowhere, whoever follows it, now and in the past. */
@BrowserTest
class LinksTest {

    private static final int ENOUGH = 60;

    /** Asks for a page and all pages that can be reached from it; answers those that were not there, and how many were. */
    private static final String WALK = """
            async start => {
              const seen = new Set([start]), waiting = [start], wrong = [];
              const ask = async path => {
                const answer = await fetch(path);
                if (!answer.ok || answer.redirected) wrong.push(answer.status + ' ' + path);
                if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) return;
                // The same rows in another order: their links have been found, and orders would multiply without end.
                if (/[?&]sort/.test(path)) return;
                const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                for (const link of page.querySelectorAll('a[href^="/"]')) {
                  const target = link.getAttribute('href').split('#')[0];
                  if (target.includes('lang=') || seen.has(target)) continue;
                  seen.add(target);
                  waiting.push(target);
                }
              };
              while (waiting.length) await Promise.all(waiting.splice(0, 4).map(ask));
              return { wrong, count: seen.size };
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"D4 /", "MEM /", "AUD /?asOf=2016-11-10&knownOn=2016-11-20"})
    void every_link_leads_to_a_page(String walk, Visits visits) {
        var whoAndWhere = walk.split(" ", -1);
        var visit = visits.of(whoAndWhere[0], Look.HEBREW).open(whoAndWhere[1]);
        var found = (Map<?, ?>) visit.page().evaluate(WALK, whoAndWhere[1]);
        assertThat((List<?>) found.get("wrong")).isEmpty();
        assertThat((Integer) found.get("count")).isGreaterThan(ENOUGH);
    }
}
