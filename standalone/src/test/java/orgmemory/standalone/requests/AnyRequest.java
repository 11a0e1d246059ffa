// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.requests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Makes requests, the same for the same seed: of every command, read and page, most of them wrong in some way. */
final class AnyRequest {

    private static final List<String> PATHS = List.of("/api/views", "/api/views/CutBoard",
            "/api/views/CutBoard/CR-2017-1",
            "/api/views/BudgetLines", "/api/views/People/D4", "/api/record", "/api/status", "/api/commands",
            "/", "/log",
            "/lines", "/lines/BY2017:D4", "/rounds", "/rounds/CR-2017-1", "/people", "/people/D4", "/account",
            "/sign-in",
            "/live/position", "/trail/line/BY2017:D4", "/css/app.css", "/welcome/x", "/nothing", "/error");

    private static final List<String> NAMES = List.of("asOf", "knownOn", "after", "format", "text", "subject",
            "story", "cursor",
            "limit", "sort", "from", "to", "order", "topic", "actor", "yearId", "do", "lang", "q", "lineId",
            "%00", "%", "[]");

    private static final List<String> VALUES = List.of("", "%", "%00", "%ff", "%c0%80", "%ed%a0%80", "---",
            "-%20-", "%22",
            "'", "%5c", "%28", "2016-11-20", "0000-00-00", "9999-12-31", "-1", "0", "99999999999999999999",
            "x", "%D7%A9",
            "%E2%80%8F", "csv", "json", "%0a", "a".repeat(4_000), "person%2fD4", "1e9", "null", "*",
            "%F0%9F%98%80", "{}", "<b>");

    private static final List<String> TAILS = List.of("/%00", "/%ff", "/%", "/..%2f", ";x=y", "/%D7%A9", "/",
            "//", "/a%0ab", "/%25",
            "/" + "a".repeat(3_000), "/{x}", "/a|b", "/..", "/%2e%2e");

    private static final List<String> HEADERS = List.of("Cookie: session=!!", "Cookie: session=AAAAAAAAAA==",
            "Cookie: session=",
            "Cookie: session=" + "A".repeat(4_000), "Cookie: lang=xx; theme=%00", "Cookie: שלום=שלום",
            "Accept-Language: "
                    + "aa,".repeat(1_500) + "he",
            "Accept-Language: עברית", "Accept-Language: ;q=,", "Accept-Language: *;q=0",
            "Accept: ///", "Accept: text/html;q=x", "Accept: image/png", "Content-Encoding: gzip",
            "Content-Encoding: foo",
            "Transfer-Encoding: foo", "Content-Type: שלום", "Content-Type: multipart/form-data",
            "Content-Type: text/plain",
            "Content-Type: multipart/form-data; boundary=a", "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/x-www-form-urlencoded", "If-Match: W/\"1\"", "If-Match: *",
            "If-Match: \"1\", W/\"2\"",
            "If-Match: x", "If-None-Match: *", "If-None-Match: W/\"a\", \"b\"", "If-None-Match: \"",
            "Idempotency-Key: שלום",
            "Idempotency-Key: " + "k".repeat(300), "X-Any: שלום", "X-Any: " + "y".repeat(9_000),
            "Range: bytes=9-1", "Range: x",
            "Authorization: Bearer שלום", "Authorization: Basic !", "Content-Length: 5", "Content-Length: -1",
            "Expect: x",
            "NoColon", "שלום: x", "HX-Request: true", "HX-Current-URL: \\^", "Referer: ://",
            "X-Forwarded-For: שלום",
            "If-Modified-Since: x", "Origin: null", "TE: x", "Upgrade: h2c");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE",
            "OPTIONS", "TRACE",
            "CONNECT", "PROPFIND", "FOO", "get", "G@T", "");

    private static final List<String> CHUNKS = List.of("zz\r\nabc\r\n", "-1\r\n", "ffffffffffffffff\r\nabc",
            "3\r\nabcXX",
            "1;" + "e".repeat(9_000) + "\r\n{\r\n0\r\n\r\n",
            "2\r\n{}\r\n0\r\nX: " + "y".repeat(9_000) + "\r\n\r\n", "5\r\n{}", "");

    private static final List<String> FORMS = List.of("a=%", "%00=1", "signInName=%00&password=x",
            "label=%ff", "person=%ED%A0%80",
            "do=ProposeBudgetCut&amountAgorot=%E2%80%8F12", "_csrf=%00", "--a\r\nContent-Dis", "--a--",
            "a=" + "x".repeat(20_000), "=&=&;",
            "key=%00", "amountAgorot=9999999999999999999&reason=%C2%A0");

    private final Random random;
    private final AnyBody bodies;
    private final List<JsonNode> commands;
    private final String token;

    AnyRequest(long seed, List<JsonNode> commands, String token) {
        this.random = new Random(seed);
        this.bodies = new AnyBody(random);
        this.commands = commands;
        this.token = token;
    }

    byte[] next() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> command();
            case 3 -> lines();
            case 4 -> form();
            case 5 -> chunked();
            default -> read();
        };
    }

    private byte[] command() {
        var command = any(commands);
        var body = bodies.wellFormed(command.get("schema"));
        boolean good = random.nextInt(5) == 0;
        return request("POST", "/api/commands/" + command.get("name").stringValue(),
                "Content-Type: application/json",
                good ? AnyBody.utf8(body.toString()) : bodies.broken(body), good);
    }

    private byte[] lines() {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            var command = any(commands);
            var line = AnyBody.utf8("{\"command\":\"" + command.get("name").stringValue() + "\",\"body\":");
            all.writeBytes(line);
            all.writeBytes(bodies.broken(bodies.wellFormed(command.get("schema"))));
            all.writeBytes(AnyBody.utf8(random.nextInt(5) == 0 ? "" : "}\n"));
        }
        return request("POST", "/api/commands", "Content-Type: application/jsonl", all.toByteArray(),
                random.nextBoolean());
    }

    private byte[] form() {
        return request("POST",
                any(List.of("/sign-in/cast", "/account/tokens", "/rounds/CR-2017-1", "/sign-out",
                        "/api/views/rebuild",
                        "/lines/BY2017:D4", "/nothing")),
                "Content-Type: application/x-www-form-urlencoded", AnyBody.utf8(any(FORMS)),
                random.nextBoolean());
    }

    private byte[] chunked() {
        return head("POST", any(List.of("/api/commands/RegisterPerson", "/api/commands", "/account/tokens")),
                List.of("Content-Type: " + any(List.of("application/json", "application/jsonl",
                        "application/x-www-form-urlencoded")),
                        "Transfer-Encoding: chunked"),
                any(CHUNKS).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] read() {
        var path = new StringBuilder(any(PATHS));
        if (random.nextInt(4) == 0) {
            path.append(any(TAILS));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            path.append(path.indexOf("?") < 0 ? '?' : '&').append(any(NAMES)).append('=').append(any(VALUES));
        }
        return request("GET", path.toString(), random.nextBoolean() ? "Accept: text/html" : "X-Any: x",
                new byte[0], false);
    }

    /** A request with another thing that may be wrong, unless it is to be a plain one. */
    private byte[] request(String method, String path, String header, byte[] body, boolean plain) {
        boolean odd = !plain && random.nextInt(2) == 0;
        var headers = new java.util.ArrayList<>(List.of(header));
        if (odd) {
            headers.add(random.nextInt(headers.size() + 1), any(HEADERS));
        }
        if (body.length > 0) {
            headers.add("Content-Length: " + (body.length + (odd && random.nextInt(6) == 0 ? 7 : 0)));
        }
        return head(!plain && random.nextInt(8) == 0 ? any(METHODS) : method, path, headers, body);
    }

    private byte[] head(String method, String path, List<String> headers, byte[] body) {
        var signedIn = random.nextInt(8) == 0 ? "X-Nobody: x" : "Authorization: Bearer " + token;
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + signedIn
                + "\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
        var all = new ByteArrayOutputStream();
        all.writeBytes(AnyBody.utf8(head));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
