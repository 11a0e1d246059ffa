// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.io.IOException;
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
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var language = Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = thrown != null && status >= 500
                ? problems.of(thrown, language)
                : problems.of(status, language);
        try {
            problem.answer()
                    .getHeaders()
                    .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem.body()));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // Where the caller has gone there is nobody to answer.
        }
    }
}
