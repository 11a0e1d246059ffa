// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person in one window. Whatever the browser complains about meanwhile is kept, and nothing of it is allowed. */
final class Visit implements AutoCloseable {

    /** What the policy on contents forbids is told by an event only; this makes it heard. */
    private static final String HEAR_VIOLATIONS = """
            document.addEventListener('securitypolicyviolation', e => console.error(
              `Forbidden by the policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))""";

    /** What stands in a page in place of a sentence that nobody has written. */
    private static final Pattern UNWRITTEN = Pattern.compile("\\?\\?[\\w.:/-]+_(he|en)\\w*\\?\\?");

    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visit(Look look, BrowserContext context) {
        this.look = look;
        this.context = context;
        context.addInitScript(HEAR_VIOLATIONS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("Script failed: " + error));
    }

    Look look() {
        return look;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Goes to a page that must be there, in the language and direction that were asked for, fully worded. */
    Visit open(String path) {
        return open(path, 200);
    }

    Visit open(String path, int status) {
        Response response = page.navigate(path);
        assertThat(response.status()).as(path).isEqualTo(status);
        assertThat(page.getAttribute("html", "lang")).isEqualTo(look.language());
        assertThat(page.getAttribute("html", "dir")).isEqualTo(look.hebrew() ? "rtl" : "ltr");
        assertThat(UNWRITTEN.matcher(page.content()).results().map(match -> match.group())).as(path)
                .isEmpty();
        if (status >= 400) {
            pardon("status of " + status);
        }
        return this;
    }

    /** What a selector finds that says this. */
    Locator find(String selector, String text) {
        return find(selector).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Moves the page to the end of a day by its date bar. */
    void chooseDay(String day) {
        find("#asOf").fill(day);
        find("form:has(#asOf) button[type=submit]").click();
        page.waitForURL("**asOf=" + day + "*");
    }

    /** What has the keyboard's attention: its selector's last part, as people would name it. */
    Locator focused() {
        return page.locator("*:focus");
    }

    /** Forgives what the test itself has provoked; it must be complained about. */
    void pardon(String part) {
        page.waitForCondition(() -> complaints.stream().anyMatch(complaint -> complaint.contains(part)));
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    List<String> complaints() {
        return complaints;
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
