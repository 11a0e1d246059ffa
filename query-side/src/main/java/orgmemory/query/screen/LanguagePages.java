// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import orgmemory.access.entry.WayBack;

/**
 * Leads back to a page in the other language, with what stands in the search box of its head. Another form that people fill in
 * on a page is sent to its own address instead, which then asks nothing of it.
 */
@PageController
public final class LanguagePages {

    /** What a page's model calls the id of that form. */
    public static final String SENT_FORM = "sentForm";

    /** The language itself is kept by whatever request names one. */
    @PostMapping("/language")
    String other(@RequestParam String to, @RequestParam(defaultValue = "") String text,
            RedirectAttributes next) {
        next.addFlashAttribute("unsentSearch", text);
        return "redirect:" + WayBack.safe(to);
    }
}
