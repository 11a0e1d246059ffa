// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import orgmemory.access.server.ReadableRequests;
import orgmemory.message.Json;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Answers what the server refuses before anybody here is asked, as an address that cannot be one, in the same form as all
 * other errors.
 */
public final class RefusedByServer extends ErrorReportValve {

    private final Problems problems = new Problems(new Sentences());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var language = Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        int status = status(request, response);
        var problem = thrown != null && status >= 500
                ? problems.of(thrown, language)
                : problems.of(status, language);
        try {
            write(problem, Problems.wantsPage(request), hasVersion(request), response);
        } catch (IOException | IllegalStateException gone) {
            // Where the caller has gone there is nobody to answer.
        }
    }

    /** What the server does not know how to do was wrongly asked for: nothing has failed here. */
    private static int status(Request request, Response response) {
        return switch (response.getStatus()) {
            case 501 -> "CONNECT".equals(request.getMethod()) ? 405 : 400;
            case 505 -> 400;
            default -> response.getStatus();
        };
    }

    private static void write(Problem problem, boolean asPage, boolean withHead, Response response)
            throws IOException {
        var body = asPage
                ? ErrorAnswers.page(problem, true)
                : Json.mapper().writeValueAsBytes(problem.body());
        response.setStatus(problem.status());
        problem.answer()
                .getHeaders()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        if (asPage) {
            response.setContentType(ErrorAnswers.PAGE);
        }
        if (problem.status() == 405) {
            response.setHeader(HttpHeaders.ALLOW, ReadableRequests.TAKEN);
        }
        if (!withHead) {
            response.getOutputStream().write(head(problem, body.length));
        }
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    /** Where a request's first line is broken off the server takes it for HTTP/0.9, whose answers have no head. */
    private static byte[] head(Problem problem, int length) {
        return """
                HTTP/1.1 %d\r
                Content-Type: application/problem+json;charset=UTF-8\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """.formatted(problem.status(), length).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean hasVersion(Request request) {
        var version = request.getProtocol();
        return version != null && version.startsWith("HTTP/1.");
    }
}
