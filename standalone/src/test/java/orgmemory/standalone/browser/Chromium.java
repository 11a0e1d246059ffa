// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine, started without a window; the project's own script finds it, or installs it. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start(Path project) {
        var program = find(project);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // The sandbox refuses root; everybody else's browser keeps it.
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Chromium(playwright, playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                        .setChromiumSandbox(!root)
                        .setArgs(FLAGS)));
    }

    Browser browser() {
        return browser;
    }

    /** Where the browser is; else the sentence of the script that says what to do. */
    private static Path find(Path project) {
        try {
            var said = Files.createTempFile("browser", ".txt");
            var script = new ProcessBuilder("sh", project.resolve("scripts/browser").toString())
                    .redirectError(said.toFile())
                    .start();
            var answer = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (script.waitFor() != 0) {
                throw new AssertionError(Files.readString(said).strip());
            }
            Files.delete(said);
            return Path.of(answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
