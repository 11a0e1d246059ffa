// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orgmemory.standalone.RunningMemory;
import orgmemory.standalone.architecture.Sources;
import org.springframework.util.FileSystemUtils;

/** The demo's memory and a browser, as all tests share them; whoever of the cast has come in once stays signed in. */
record House(Path data, RunningMemory memory, Chromium chromium,
        Map<String, String> sessions) implements AutoCloseable {

    static House open() {
        try {
            var data = Files.createTempDirectory("browser-tests");
            return new House(data, RunningMemory.start(data, "--demo"), Chromium.start(Sources.root()),
                    new ConcurrentHashMap<>());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A window in which nobody is signed in. */
    BrowserContext window(Look look) {
        return window(look, memory);
    }

    /** The same on another memory. */
    BrowserContext window(Look look, RunningMemory of) {
        var window = chromium.browser().newContext(look.options(of.address()));
        window.addCookies(look.cookies(of.address()));
        return window;
    }

    /** A window in which somebody of the cast is signed in. */
    BrowserContext window(Look look, String code) {
        return window(look, memory, sessions.computeIfAbsent(code, _ -> comeIn(memory, code)));
    }

    /** The same on another memory that tells the demo's story. */
    BrowserContext signedIn(Look look, RunningMemory of, String code) {
        return window(look, of, comeIn(of, code));
    }

    private BrowserContext window(Look look, RunningMemory of, String session) {
        var window = chromium.browser().newContext(look.options(of.address()).setStorageState(session));
        window.addCookies(look.cookies(of.address()));
        return window;
    }

    private String comeIn(RunningMemory of, String code) {
        try (var window = window(Look.ENGLISH, of)) {
            var page = window.newPage();
            page.navigate("/sign-in");
            page.click("button[name=person][value=" + code + "]");
            return window.storageState();
        }
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        memory.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
