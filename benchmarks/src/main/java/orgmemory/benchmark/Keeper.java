// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Opens an empty memory by the link that its service prints, as its first keeper would. */
final class Keeper {

    private static final Pattern LINK = Pattern.compile("(http://\\S+/welcome/\\S+)");
    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("(om_[A-Za-z0-9_-]{43})");

    private Keeper() {
    }

    /** The token that the keeper is shown. */
    static String token(Process service) throws IOException, InterruptedException {
        var link = URI.create(link(service));
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var page = browser.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString()).body();
            var form = "name=Keeper&signInName=keeper&password=no+secret+at+all&repeated=no+secret+at+all&_csrf="
                    + URLEncoder.encode(found(SECRET, page), StandardCharsets.UTF_8);
            var answer = browser.send(HttpRequest.newBuilder(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build(), BodyHandlers.ofString());
            return found(TOKEN, answer.body());
        }
    }

    private static String link(Process service) throws IOException {
        var said = new StringBuilder();
        var console = service.inputReader();
        for (var line = console.readLine(); line != null; line = console.readLine()) {
            said.append(line).append('\n');
            var link = LINK.matcher(line);
            if (link.find()) {
                return link.group(1);
            }
        }
        throw new IOException("The service printed no link: " + said);
    }

    private static String found(Pattern pattern, String page) throws IOException {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IOException("The page is not as expected: " + page);
        }
        return found.group(1);
    }
}
