// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong on a page for those who see, hear or move otherwise. */
final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");

    private Accessibility() {
    }

    /** A line for each violation and place; everything that is folded is looked at as well. */
    static List<String> violations(Page page) {
        return violations(page, builder(page).withTags(RULES));
    }

    /** Texts that do not stand out enough. */
    static List<String> paleTexts(Page page) {
        return violations(page, builder(page).withRules(List.of("color-contrast")));
    }

    /** What fingers cannot hit, and what cannot be moved by keyboard though it has to be. */
    static List<String> unreachable(Page page) {
        return violations(page,
                builder(page).withRules(List.of("target-size", "scrollable-region-focusable")));
    }

    /** What reaches beyond the edge of the screen, where the page as a whole can be moved sideways. */
    @SuppressWarnings("unchecked")
    static List<String> sideways(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const root = document.documentElement, width = root.clientWidth;
                  if (root.scrollWidth <= width) return [];
                  const out = [...document.querySelectorAll('body *')].filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.width && (box.right > width + 1 || box.left < -1);
                  });
                  return [root.scrollWidth + ' pixels wide', ...out.map(e => e.outerHTML.slice(0, 120))];
                }""");
    }

    private static AxeBuilder builder(Page page) {
        var violationsOnly = new AxeRunOptions();
        violationsOnly.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(violationsOnly).setLegacyMode(true);
    }

    private static List<String> violations(Page page, AxeBuilder axe) {
        page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");
        return axe.analyze()
                .getViolations()
                .stream()
                .flatMap(rule -> rule.getNodes()
                        .stream()
                        .map(node -> sentence(rule, String.valueOf(node.getTarget()), node.getHtml())))
                .toList();
    }

    private static String sentence(Rule rule, String place, String html) {
        return rule.getId() + " (" + rule.getHelp() + ") at " + place + ": "
                + html.substring(0, Math.min(200, html.length()));
    }
}
