// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** Where somebody goes on to after signing in: always a page of this very site. */
public final class WayBack {

    public static final String HOME = "/";
    public static final String SIGN_IN = "/sign-in";

    /** Where a form goes that nobody sent, since its session is over. */
    public static final String UNSENT = "/sign-in/unsent";

    private static final int LONGEST = 2_000;

    /** A path with its query. Browsers take a second slash, or a backslash, for the beginning of another site. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\\"<>^`{|}#]]*");

    /** Coming from there, going back would only ask to sign in again. */
    private static final Pattern OF_NO_USE = Pattern.compile("/(sign-in|sign-out|welcome|error)([/?].*)?");

    private WayBack() {
    }

    /** The path if it leads to a page here, else the first page. */
    public static String safe(@Nullable String to) {
        boolean here = to != null && to.length() <= LONGEST && PATH.matcher(to).matches()
                && !OF_NO_USE.matcher(to).matches();
        return here ? String.valueOf(to) : HOME;
    }

    /** The sign-in page that leads back to where the request came from. */
    static String signIn(HttpServletRequest request) {
        var to = safe(wanted(request));
        return to.equals(HOME) ? SIGN_IN : SIGN_IN + "?to=" + UriUtils.encode(to, StandardCharsets.UTF_8);
    }

    /** The page somebody wanted, or the one that they asked it from. */
    private static @Nullable String wanted(HttpServletRequest request) {
        var shown = request.getHeader("HX-Current-URL");
        if (shown != null) {
            return path(shown);
        }
        if (!request.getMethod().equals("GET")) {
            return path(request.getHeader(HttpHeaders.REFERER));
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static @Nullable String path(@Nullable String address) {
        try {
            var parsed = new URI(address == null ? "" : address);
            var query = parsed.getRawQuery();
            return parsed.getRawPath() + (query == null ? "" : "?" + query);
        } catch (URISyntaxException none) {
            return null;
        }
    }
}
