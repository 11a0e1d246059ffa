// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.DemoCast;
import orgmemory.access.entry.Entrance;
import orgmemory.access.entry.KnownBrowsers;
import orgmemory.access.entry.Limits;
import orgmemory.access.entry.WayBack;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who are you? By name and password; and in the demo by picking one of its cast. */
@PageController
final class SignInPages {

    private static final String TEMPLATE = "entrance/sign-in";

    private final Accounts accounts;
    private final Entrance entrance;
    private final Limits limits;
    private final KnownBrowsers browsers;
    private final Filled filled;
    private final ObjectProvider<DemoCast> cast;

    SignInPages(Accounts accounts, Entrance entrance, Limits limits, KnownBrowsers browsers,
            Filled filled, ObjectProvider<DemoCast> cast) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.limits = limits;
        this.browsers = browsers;
        this.filled = filled;
        this.cast = cast;
    }

    @ModelAttribute("cast")
    CastGroups cast(Page page) {
        return CastGroups.of(cast.stream().flatMap(each -> each.members().stream()).toList(), page);
    }

    /** Whether nobody can come in yet, but by the link of the first memory keeper. */
    @ModelAttribute("empty")
    boolean isEmpty() {
        return accounts.isEmpty();
    }

    @ModelAttribute("to")
    String to(@RequestParam(required = false) @Nullable String to) {
        return WayBack.safe(to);
    }

    @GetMapping(WayBack.SIGN_IN)
    String ask(Model model, @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String again) {
        model.addAttribute("form", Form.fresh());
        model.addAttribute("note", out != null ? "sign-in.out" : again != null ? "sign-in.again" : null);
        return TEMPLATE;
    }

    @PostMapping(WayBack.SIGN_IN)
    String signIn(Page page, Model model, @ModelAttribute("to") String to,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String password, HttpServletRequest request,
            HttpServletResponse response) {
        return filled.take(page, Map.of("signInName", signInName), model, response, () -> {
            var address = request.getRemoteAddr();
            var browser = browsers.known(request, signInName);
            limits.tryPassword(signInName, address, browser);
            var person = accounts.owner(signInName, password)
                    .orElseThrow(() -> new HttpProblem(401, "sign-in.wrong"));
            limits.knew(signInName, address, browser);
            entrance.admit(person, request, response);
            browsers.remember(person, request, response);
            return "redirect:" + to;
        }, TEMPLATE);
    }

    @PostMapping("/sign-in/cast")
    String play(@ModelAttribute("to") String to, @RequestParam(defaultValue = "") String person,
            HttpServletRequest request, HttpServletResponse response) {
        limits.tryCast(request.getRemoteAddr());
        var member = cast.stream()
                .flatMap(each -> each.members().stream())
                .filter(each -> each.personId().value().equals(person))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "sign-in.no-cast"));
        entrance.admit(member.personId(), request, response);
        return "redirect:" + to;
    }
}
