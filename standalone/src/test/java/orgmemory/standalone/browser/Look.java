// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;

/** How somebody looks at the pages: in which language and theme, on how wide a screen, with scripts or without. */
record Look(String language, String theme, int width, boolean scripts) {

    static final int DESK = 1440;
    static final int PHONE = 390;
    static final int SMALL_PHONE = 320;

    static final Look HEBREW = new Look("he", "light", DESK, true);
    static final Look ENGLISH = new Look("en", "light", DESK, true);

    private static final int HEIGHT = 900;

    /** Both languages in both themes. */
    static Stream<Look> all() {
        return Stream.of(HEBREW, HEBREW.dark(), ENGLISH, ENGLISH.dark());
    }

    Look dark() {
        return new Look(language, "dark", width, scripts);
    }

    Look wide(int pixels) {
        return new Look(language, theme, pixels, scripts);
    }

    Look withoutScripts() {
        return new Look(language, theme, width, false);
    }

    boolean hebrew() {
        return language.equals("he");
    }

    Browser.NewContextOptions options(String address) {
        return new Browser.NewContextOptions().setBaseURL(address)
                .setViewportSize(width, HEIGHT)
                .setLocale(hebrew() ? "he-IL" : "en-IL")
                .setColorScheme(theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts);
    }

    List<Cookie> cookies(String address) {
        return List.of(new Cookie("lang", language).setUrl(address),
                new Cookie("theme", theme).setUrl(address));
    }

    @Override
    public String toString() {
        return language + "-" + theme + "-" + width + (scripts ? "" : "-without-scripts");
    }
}
