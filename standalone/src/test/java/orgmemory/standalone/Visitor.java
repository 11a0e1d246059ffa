// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody with a browser and an address of their own, where a proxy is believed. The browser runs no scripts, keeps cookies,
 * and sends the forms of the page last seen.
 */
final class Visitor {

    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("om_[A-Za-z0-9_-]{43}");
    private static final String PASSWORD = "a long and winding road";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String address;
    private int number = COUNT.incrementAndGet();
    private String secret = "";

    Visitor(String address) {
        this.address = address;
    }

    /** Looks at a page, in English. */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form; names and values in turn. */
    HttpResponse<String> post(String path, String... fields) {
        var form = Stream.iterate(0, i -> i < fields.length, i -> i + 2)
                .collect(Collectors.toMap(i -> fields[i], i -> fields[i + 1]));
        form.putIfAbsent("_csrf", secret);
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** Hands in a file with a form; names and values of its other fields in turn. */
    HttpResponse<String> upload(String path, String file, byte[] bytes, String... fields) {
        var boundary = "handed-in";
        var body = new ByteArrayOutputStream();
        var secretly = path + (path.contains("?") ? "&" : "?") + "_csrf=" + secret;
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, fields[i], fields[i + 1])
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, file)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(secretly).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Comes in as one of the demo's cast. */
    HttpResponse<String> play(String person) {
        get("/sign-in");
        return post("/sign-in/cast", "person", person);
    }

    HttpResponse<String> signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "signInName", name, "password", password);
    }

    /** Opens an empty memory by its link, and answers the token that is shown once. */
    String becomeFirstKeeper(String link, String name) {
        var path = URI.create(link).getPath();
        assertThat(get(path).statusCode()).isEqualTo(200);
        var answer = post(path, "name", name, "signInName", name, "password", PASSWORD, "repeated", PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return token(answer);
    }

    /** The token on a page. */
    static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group();
    }

    /** The session's cookie as the browser sends it. */
    String session() {
        return cookie("session");
    }

    /** The secret of the forms on the page last seen. */
    String secret() {
        return secret;
    }

    /** What the browser sends under that name; empty where it sends nothing. */
    String cookie(String name) {
        return cookies.getCookieStore()
                .getCookies()
                .stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** From now on both have one address. */
    void comesFrom(Visitor other) {
        number = other.number;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .setHeader("Accept", "text/html")
                .setHeader("Accept-Language", "en")
                .setHeader("X-Forwarded-For", "198.51." + number / 256 + "." + number % 256);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            var found = SECRET.matcher(response.body());
            secret = found.find() ? found.group(1) : secret;
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet()
                .stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
