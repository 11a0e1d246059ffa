// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import orgmemory.access.ErrorPages;
import orgmemory.access.Problem;
import orgmemory.query.screen.read.Names;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Tells readers of pages what went wrong, in their language, and where to go from there. */
@Component
final class PageErrors implements ErrorPages {

    private static final int SERVER_ERROR = 500;

    private final Pages pages;
    private final Names names;

    PageErrors(Pages pages, Names names) {
        this.pages = pages;
        this.names = names;
    }

    @Override
    public ModelAndView page(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        var language = problem.language();
        return new ModelAndView("error/problem")
                .addObject("page", page(problem, request))
                .addObject("fmt", new Fmt(language))
                .addObject("names", names.in(language))
                .addObject("problem", problem);
    }

    private Page page(Problem problem, HttpServletRequest request) {
        if (problem.status() >= SERVER_ERROR) {
            return pages.bare(request, problem.language());
        }
        try {
            return pages.failed(request, problem.language());
        } catch (RuntimeException alsoFailed) {
            return pages.bare(request, problem.language());
        }
    }
}
