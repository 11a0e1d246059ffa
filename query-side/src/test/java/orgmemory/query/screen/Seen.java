// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.net.http.HttpResponse;

/** A page as it came. */
public record Seen(int status, String html, HttpResponse<String> whole) {

    public static Seen of(HttpResponse<String> answer) {
        return new Seen(answer.statusCode(), answer.body(), answer);
    }

    /** What people read on it: without tags, and without the marks that nobody sees. */
    public String text() {
        return html.replaceAll("(?s)<(script|style|svg|head)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\u200e\u200f\u2068\u2069]", "")
                .replaceAll("[\\s\u00a0]+", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    public String header(String name) {
        return whole.headers().firstValue(name).orElse("");
    }
}
