// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import orgmemory.query.screen.Page;

/**
 * Keeps when and for whom somebody records, from one form to the next, so that what was said at a meeting is dated once. It
 * stays with the browser until it is changed or the browser is closed, and is nobody else's.
 */
final class WhenKept {

    private static final String COOKIE = "when";
    private static final String WHO = "who";
    private static final int LONGEST = 2_000;

    private WhenKept() {
    }

    /** What the reader chose last, by the names under which it is typed. */
    static Map<String, String> of(HttpServletRequest request, Page page) {
        var kept = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .map(WhenKept::parsed)
                .orElseGet(Map::of);
        var reader = page.reader();
        return reader != null && reader.id().value().equals(kept.get(WHO))
                ? WhenAndForWhom.chosen(kept, page)
                : Map.of();
    }

    /** Keeps what was chosen; forgets what was kept where all is as usual. */
    static void keep(Map<String, String> typed, Page page, HttpServletRequest request,
            HttpServletResponse response) {
        var reader = page.reader();
        var chosen = WhenAndForWhom.chosen(typed, page);
        if (reader == null || (chosen.isEmpty() && of(request, page).isEmpty())) {
            return;
        }
        var values = new LinkedHashMap<>(chosen);
        values.put(WHO, reader.id().value());
        var written = chosen.isEmpty() ? "" : written(values);
        var cookie = ResponseCookie.from(COOKIE, written.length() > LONGEST ? "" : written)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE,
                (chosen.isEmpty() ? cookie.maxAge(0) : cookie).build().toString());
    }

    private static String written(Map<String, String> values) {
        return values.entrySet()
                .stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parsed(String written) {
        var values = new LinkedHashMap<String, String>();
        for (var value : written.split("&", -1)) {
            int equals = value.indexOf('=');
            if (equals > 0) {
                decoded(value.substring(equals + 1))
                        .ifPresent(text -> values.put(value.substring(0, equals), text));
            }
        }
        return values;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8));
        } catch (IllegalArgumentException forged) {
            return Optional.empty();
        }
    }
}
