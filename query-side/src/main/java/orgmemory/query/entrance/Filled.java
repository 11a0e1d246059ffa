// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import orgmemory.access.HttpProblem;
import orgmemory.access.Problems;
import orgmemory.message.Rejected;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.form.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A form of the entrance: taken, or shown again with what was typed and what is wrong. Passwords are never shown again. */
@Component
final class Filled {

    private static final int WRONG = 422;

    /** With these the form itself is shown again; anything else is no matter of what was typed. */
    private static final Set<Integer> SHOWN_AGAIN = Set.of(400, 401, 422, 429);

    private final Problems problems;

    Filled(Problems problems) {
        this.problems = problems;
    }

    /**
     * Does what the form asks for.
     *
     * @param typed what may be shown again, by field
     * @param work  answers the next page
     * @param again the template that shows the form
     */
    String take(Page page, Map<String, String> typed, Model model, HttpServletResponse response,
            Supplier<String> work, String again) {
        try {
            return work.get();
        } catch (HttpProblem | Rejected | ConstraintViolationException refusal) {
            var problem = problems.of(refusal, page.language());
            if (!SHOWN_AGAIN.contains(problem.status())) {
                throw refusal;
            }
            var wrong = new LinkedHashMap<String, String>();
            problem.errors().forEach(error -> wrong.putIfAbsent(error.field(), error.message()));
            boolean tooOften = problem.headers().containsKey(HttpHeaders.RETRY_AFTER);
            problem.headers().forEach(response::setHeader);
            response.setStatus(tooOften ? problem.status() : WRONG);
            model.addAttribute("form", new Form("", typed, wrong, wrong.isEmpty() ? problem.detail() : null,
                    problem.status()));
            return again;
        }
    }
}
