// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.HttpProblem;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests for other hosts than the memory's own before anybody looks at them, with 421. Another site that has its
 * name point here would else read what the browser of somebody who is signed in here reads.
 */
final class KnownHosts extends OncePerRequestFilter {

    private static final int SHOWN = 100;

    private final Address address;
    private final ErrorAnswers problems;

    KnownHosts(Address address, ErrorAnswers problems) {
        this.address = address;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain) throws ServletException, IOException {
        var host = request.getServerName();
        if (address.knows(host)) {
            chain.doFilter(request, response);
        } else {
            problems.answerAlone(new HttpProblem(421, "host.unknown",
                    host.length() > SHOWN ? host.substring(0, SHOWN) : host), request, response);
        }
    }
}
