// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import jakarta.servlet.http.HttpServletRequest;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.query.memory.ViewStatus;
import orgmemory.query.memory.ViewUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;

/** Says which view cannot be read now and since which event; the others are not concerned. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailableViews {

    private static final int ASK_AGAIN_SECONDS = 5;

    private final Problems problems;

    UnavailableViews(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> answer(ViewUnavailable unavailable, HttpServletRequest request) {
        var language = Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return problems.of(problem(unavailable.status()), language).answer();
    }

    private static HttpProblem problem(ViewStatus status) {
        var brokenAt = status.brokenAt();
        return brokenAt == null
                ? HttpProblem.later("view.folding", ASK_AGAIN_SECONDS, status.view())
                        .with("view", status.view())
                        .with("position", status.position())
                : new HttpProblem(503, "view.broken", status.view(), brokenAt.toString())
                        .with("view", status.view())
                        .with("position", brokenAt);
    }
}
