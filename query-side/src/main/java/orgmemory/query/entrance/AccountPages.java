// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Links;
import orgmemory.access.account.Tokens;
import orgmemory.access.entry.Entrance;
import orgmemory.access.entry.KnownBrowsers;
import orgmemory.access.entry.Limits;
import orgmemory.access.entry.WayBack;
import orgmemory.message.people.PersonId;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who am I here, what may I do today, and by what do I and my programs come in? */
@PageController
@RequestMapping("/account")
final class AccountPages {

    private static final String TEMPLATE = "entrance/account";
    private static final String BACK = "redirect:/account";

    private final Accounts accounts;
    private final Admission admission;
    private final Tokens tokens;
    private final Entrance entrance;
    private final Limits limits;
    private final KnownBrowsers browsers;
    private final Filled filled;
    private final Links links;
    private final LinkNotices notices;

    AccountPages(Accounts accounts, Admission admission, Tokens tokens, Entrance entrance, Limits limits,
            KnownBrowsers browsers, Filled filled, Links links, LinkNotices notices) {
        this.accounts = accounts;
        this.admission = admission;
        this.tokens = tokens;
        this.entrance = entrance;
        this.limits = limits;
        this.browsers = browsers;
        this.filled = filled;
        this.links = links;
        this.notices = notices;
    }

    @ModelAttribute("signInName")
    String signInName(Page page) {
        return accounts.signInName(me(page)).orElse("");
    }

    @GetMapping
    String show(Page page, Model model) {
        return show(page, model, Form.fresh());
    }

    @PostMapping("/tokens")
    String makeToken(Page page, Model model, @RequestParam(defaultValue = "") String label,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return filled.take(page, Map.of("label", label), with(page, model), response, () -> {
            var token = admission.ownToken(me(page), label);
            model.addAttribute("token", token);
            return show(page, model, Form.fresh());
        }, TEMPLATE);
    }

    /** The reader has seen which links were made for them, up to that fact. */
    @PostMapping("/notices/seen")
    String seen(Page page, @RequestParam(defaultValue = "0") long position,
            @RequestParam(required = false) @Nullable String to) {
        links.seen(me(page), position);
        return "redirect:" + WayBack.safe(to);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(Page page, @PathVariable UUID id, RedirectAttributes next) {
        admission.revokeToken(me(page), id);
        next.addFlashAttribute("done", "account.token.revoked");
        return BACK;
    }

    @PostMapping("/password")
    String changePassword(Page page, Model model, @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String repeated,
            @RequestParam(defaultValue = "false") boolean tokensEnded, RedirectAttributes next,
            HttpServletRequest request, HttpServletResponse response) {
        return filled.take(page, Map.of(), with(page, model), response, () -> {
            limits.tryPresent(me(page));
            NewPassword.same(fresh, repeated);
            admission.changePassword(me(page), present, fresh, tokensEnded);
            limits.knewPresent(me(page));
            entrance.admit(me(page), request, response);
            browsers.remember(me(page), request, response);
            next.addFlashAttribute("done", "account.password.changed");
            return BACK;
        }, TEMPLATE);
    }

    private String show(Page page, Model model, Form form) {
        with(page, model).addAttribute("form", form);
        return TEMPLATE;
    }

    private Model with(Page page, Model model) {
        return model.addAttribute("tokens", tokens.of(me(page))).addAttribute("notices", notices.of(page));
    }

    private static PersonId me(Page page) {
        return Objects.requireNonNull(page.reader()).id();
    }
}
