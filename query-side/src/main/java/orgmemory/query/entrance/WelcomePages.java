// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import orgmemory.access.Sentences;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Admission.Admitted;
import orgmemory.access.entry.Entrance;
import orgmemory.access.entry.KnownBrowsers;
import orgmemory.access.entry.Limits;
import orgmemory.access.entry.WayBack;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A one-time link: how do you want to sign in from now on? The first memory keeper also says what they are called. */
@PageController
@RequestMapping("/welcome/{code}")
final class WelcomePages {

    private static final String TEMPLATE = "entrance/welcome";

    private final Admission admission;
    private final Entrance entrance;
    private final Limits limits;
    private final KnownBrowsers browsers;
    private final Filled filled;
    private final Sentences sentences;

    WelcomePages(Admission admission, Entrance entrance, Limits limits, KnownBrowsers browsers,
            Filled filled, Sentences sentences) {
        this.admission = admission;
        this.entrance = entrance;
        this.limits = limits;
        this.browsers = browsers;
        this.filled = filled;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String code, Model model, HttpServletRequest request) {
        limits.tryLink(request.getRemoteAddr());
        var guest = admission.guest(code);
        model.addAttribute("guest", guest)
                .addAttribute("again", request.getParameter("again") != null)
                .addAttribute("form", Form.fresh(Map.of("signInName", guest.signInName())));
        return TEMPLATE;
    }

    @PostMapping
    String comeIn(Page page, @PathVariable String code, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            @RequestParam(defaultValue = "false") boolean tokensEnded, Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.tryLink(request.getRemoteAddr());
        model.addAttribute("guest", admission.guest(code));
        return filled.take(page, Map.of("name", name, "signInName", signInName), model, response, () -> {
            NewPassword.same(password, repeated);
            var admitted = admission.admit(code, name, signInName, password, tokensEnded);
            entrance.admit(admitted.person(), request, response);
            browsers.remember(admitted.person(), request, response);
            return next(admitted, page, model, response);
        }, TEMPLATE);
    }

    private String next(Admitted admitted, Page page, Model model, HttpServletResponse response) {
        if (!admitted.first()) {
            return "redirect:" + WayBack.HOME;
        }
        var label = sentences.say("welcome.first-token", List.of(), page.language());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("token", admission.ownToken(admitted.person(), label));
        return "entrance/first-keeper";
    }
}
