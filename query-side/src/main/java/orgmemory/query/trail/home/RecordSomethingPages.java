// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.home;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Forms;

/** What can I record here, of whatever topic, and as of which day am I recording? */
@PageController
final class RecordSomethingPages {

    private final Forms forms;

    RecordSomethingPages(Forms forms) {
        this.forms = forms;
    }

    @GetMapping("/record-something")
    String all(@ModelAttribute(name = "page", binding = false) Page page, HttpServletRequest request,
            Model model) {
        model.addAttribute("topics", forms.byTopic(page));
        model.addAttribute("when", forms.when(request, page));
        return "home/record-something";
    }
}
