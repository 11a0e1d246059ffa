// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.read.Names;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page its {@link Page}, its way to write amounts and days, and the names of things. */
@ControllerAdvice(annotations = PageController.class)
final class PageModel {

    private final Memory memory;
    private final Pages pages;
    private final Names names;

    PageModel(Memory memory, Pages pages, Names names) {
        this.memory = memory;
        this.pages = pages;
        this.names = names;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale language,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownOn) {
        var plain = pages.plain(request, language);
        var known = knownOn == null || knownOn.isBlank() ? null : knownOn.strip();
        var point = memory.point(asOf == null || asOf.isBlank() ? null : asOf.strip(), known);
        var day = plain.today().equals(point.asOf()) ? null : point.asOf();
        return pages.at(plain, day, known, point.knownOn());
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
