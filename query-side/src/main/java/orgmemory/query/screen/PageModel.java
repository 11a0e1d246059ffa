// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orgmemory.query.screen.read.Names;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page its {@link Page}, its way to write amounts and days, and the names of things. */
@ControllerAdvice(annotations = PageController.class)
final class PageModel {

    private final Pages pages;
    private final Names names;

    PageModel(Pages pages, Names names) {
        this.pages = pages;
        this.names = names;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale language,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownOn) {
        return pages.at(pages.plain(request, language), asOf, knownOn);
    }

    @ModelAttribute("fmt")
    Fmt fmt(Locale language) {
        return new Fmt(language);
    }

    @ModelAttribute("names")
    Names.In names(Locale language) {
        return names.in(language);
    }
}
