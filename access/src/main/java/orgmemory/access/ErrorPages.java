// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors as pages to those who asked for a page. Where nobody does, everybody gets JSON. */
@FunctionalInterface
public interface ErrorPages {

    /** The page that tells of the problem; sets the response's status and headers. */
    ModelAndView page(Problem problem, HttpServletRequest request, HttpServletResponse response);
}
