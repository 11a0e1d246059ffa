// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.DemoCast;
import orgmemory.access.entry.Entrance;
import orgmemory.access.entry.KnownBrowsers;
import orgmemory.access.entry.Limits;
import orgmemory.access.entry.WayBack;
import orgmemory.access.unsent.UnsentForm;
import orgmemory.access.unsent.UnsentForms;
import orgmemory.message.people.PersonId;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who are you? By name and password; and in the demo by picking one of its cast. */
@PageController
final class SignInPages {

    private static final String TEMPLATE = "entrance/sign-in";

    private final Accounts accounts;
    private final Entrance entrance;
    private final Limits limits;
    private final KnownBrowsers browsers;
    private final Filled filled;
    private final UnsentForms unsentForms;
    private final ObjectProvider<DemoCast> cast;

    SignInPages(Accounts accounts, Entrance entrance, Limits limits, KnownBrowsers browsers,
            Filled filled, UnsentForms unsentForms, ObjectProvider<DemoCast> cast) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.limits = limits;
        this.browsers = browsers;
        this.filled = filled;
        this.unsentForms = unsentForms;
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

    /** A form that was filled in before, sealed; empty for none. */
    @ModelAttribute(UnsentForms.NAME)
    String unsent(@RequestParam(name = UnsentForms.NAME, defaultValue = "") String sent,
            HttpServletRequest request) {
        return request.getAttribute(UnsentForms.NAME) instanceof String sealed ? sealed : sent;
    }

    /** A form was sent whose session is over: its person finds it again, at once or after they have signed in. */
    @PostMapping(WayBack.UNSENT)
    String unsent(Page page, Model model, @ModelAttribute(UnsentForms.NAME) String unsent,
            RedirectAttributes next, HttpServletRequest request) {
        var reader = page.reader();
        var form = reader == null ? Optional.<UnsentForm>empty() : unsentForms.open(unsent, reader.id());
        if (form.isPresent()) {
            return back(form.get(), next);
        }
        model.addAttribute("form", Form.fresh());
        model.addAttribute("note", "sign-in.unsent");
        model.addAttribute("to",
                WayBack.safe((String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)));
        return TEMPLATE;
    }

    /** On to where the person wanted to go, with what they have written. */
    private String onward(PersonId person, String to, String unsent, RedirectAttributes next) {
        return unsentForms.open(unsent, person).map(form -> back(form, next)).orElse("redirect:" + to);
    }

    private static String back(UnsentForm form, RedirectAttributes next) {
        next.addFlashAttribute(UnsentForms.NAME, new LinkedHashMap<>(form.fields()));
        return "redirect:" + WayBack.safe(form.address());
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
            @ModelAttribute(UnsentForms.NAME) String unsent, RedirectAttributes next,
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
            return onward(person, to, unsent, next);
        }, TEMPLATE);
    }

    @PostMapping("/sign-in/cast")
    String play(@ModelAttribute("to") String to, @ModelAttribute(UnsentForms.NAME) String unsent,
            RedirectAttributes next, @RequestParam(defaultValue = "") String person,
            HttpServletRequest request, HttpServletResponse response) {
        limits.tryCast(request.getRemoteAddr());
        var member = cast.stream()
                .flatMap(each -> each.members().stream())
                .filter(each -> each.personId().value().equals(person))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "sign-in.no-cast"));
        entrance.admit(member.personId(), request, response);
        return onward(member.personId(), to, unsent, next);
    }
}
