// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.HttpProblem;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds up a person, or a program of theirs, that asks for more than anybody could mean. A batch asks once. */
final class AskingLimit extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Limits limits;
    private final ErrorAnswers problems;

    AskingLimit(Limits limits, ErrorAnswers problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var asking = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (asking != null && !(asking instanceof AnonymousAuthenticationToken)) {
                limits.ask(asking.getName());
            }
        } catch (HttpProblem tooOften) {
            problems.answer(tooOften, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
