// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No link of any page leads nowhere, whoever follows it, now and in the past; and from a page of another moment each leads to
 * a page of that moment, on both clocks.
 */
@BrowserTest
class LinksTest {

    private static final int ENOUGH = 60;

    /** So many pages of one kind are opened, by the beginning of their address and the names of what is asked of them. */
    private static final int OF_A_KIND = 4;

    /** Where one is led from the past into the present, by the beginning of the address, and why. */
    private static final Map<String, String> PRESENT = Map.of("/account",
            "Who may come in, and by what, is a matter of today.", "/import",
            "What is handed in is recorded today.");

    /**
     * Asks for a page and pages of all kinds that can be reached from it, by links and by forms that only ask. Answers those
     * that were not there, how many were, and which link, form, fetch of a script or switch of language on a page of another
     * moment forgets a clock. The way back to the present, in the banner that says which moment it is, is the one that has to.
     */
    private static final String WALK = """
            async ([start, present, most, ofAKind]) => {
              const seen = new Set([start]), waiting = [start], wrong = [], lost = new Set();
              const clocks = path => ['asOf', 'knownOn'].map(name => new URL(path, location).searchParams.get(name));
              const then = clocks(start);
              const formsOf = new Set();
              const opened = new Map();
              let asked = 0;
              const targets = page => [
                ...[...page.querySelectorAll('a[href^="/"]')].filter(link => !link.closest('#when .banner'))
                  .map(link => link.getAttribute('href')),
                ...[...page.querySelectorAll('[hx-get]')].map(part => part.getAttribute('hx-get') + '#script'),
                ...[...page.querySelectorAll('form[method=get]')].map(form => form.getAttribute('action') + '?'
                  + new URLSearchParams(new FormData(form)) + (form.checkValidity() ? '#form' : '#unfilled')),
                ...[...page.querySelectorAll('[formaction]')]
                  .map(button => new URL(button.getAttribute('formaction'), location).searchParams.get('to') + '#language')];
              const keeps = target => then.every((clock, i) => clock === null || clock === clocks(target)[i]);
              const fetched = async path => {
                const answer = await fetch(path, { headers: { accept: 'text/html' } });
                if (!answer.ok || answer.redirected) wrong.push(answer.status + ' ' + path);
                const readable = (answer.headers.get('content-type') ?? '').startsWith('text/html');
                return readable ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
              };
              const ask = async path => {
                const page = path === start ? document : await fetched(path);
                // The same rows in another order: their links have been found, and orders would multiply without end.
                if (page === null || /[?&]sort/.test(path)) return;
                for (const found of targets(page)) {
                  const target = found.split('#')[0];
                  if (present.some(begin => target.startsWith(begin))) {
                    if (then.some(clock => clock !== null)) continue;
                  } else if (!keeps(target)) lost.add(target + ' on ' + path);
                  // What a script fetches is a part of a page, or the same as a link.
                  if (/#(script|unfilled|language)$/.test(found)) continue;
                  // Forms write addresses of their own: of each kind of pages one is enough.
                  const kind = target.split(/[/?]/)[1];
                  if (found.endsWith('#form') && (formsOf.has(kind) || !formsOf.add(kind))) continue;
                  if (target.includes('lang=') || seen.has(target)) continue;
                  // Pages of one kind are made alike, whatever they are about: some are enough.
                  const like = target.split('?')[0].split('/').slice(0, 3).join('/') + '?'
                    + [...new URL(target, location).searchParams.keys()].sort();
                  opened.set(like, (opened.get(like) ?? 0) + 1);
                  if (opened.get(like) > ofAKind) continue;
                  seen.add(target);
                  waiting.push(target);
                }
              };
              while (waiting.length && (asked += 4) <= most) await Promise.all(waiting.splice(0, 4).map(ask));
              return { wrong, lost: [...lost], count: seen.size };
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"D4 /", "MEM /", "AUD /?asOf=2016-11-10&knownOn=2016-11-20"})
    void every_link_leads_to_a_page(String walk, Visits visits) {
        var whoAndWhere = walk.split(" ", -1);
        var found = walk(whoAndWhere[0], whoAndWhere[1], 200, 10_000, visits);
        assertThat((List<?>) found.get("wrong")).isEmpty();
        assertThat((List<?>) found.get("lost")).as("lost a clock").isEmpty();
        assertThat((Integer) found.get("count")).isGreaterThan(ENOUGH);
    }

    /** As a time of day, and from where there is nothing; the first pages from there are as good as all. */
    @ParameterizedTest
    @ValueSource(strings = {"200 /?asOf=2016-11-10&knownOn=2016-11-20T10:00:00Z",
            "404 /rounds/NOWHERE?asOf=2016-11-10&knownOn=100"})
    void the_moment_stays_however_it_is_written_and_whatever_was_not_found(String answer, Visits visits) {
        var statusAndWhere = answer.split(" ", -1);
        var found = walk("D4", statusAndWhere[1], Integer.parseInt(statusAndWhere[0]), 20, visits);
        assertThat((List<?>) found.get("lost")).as("lost a clock").isEmpty();
        assertThat((Integer) found.get("count")).isGreaterThan(ENOUGH);
    }

    private static Map<?, ?> walk(String code, String start, int status, int most, Visits visits) {
        return (Map<?, ?>) visits.of(code, Look.HEBREW)
                .open(start, status)
                .page()
                .evaluate(WALK, List.of(start, List.copyOf(PRESENT.keySet()), most, OF_A_KIND));
    }
}
