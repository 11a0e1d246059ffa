// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.entrance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import orgmemory.access.HttpProblem;
import orgmemory.access.account.Accounts;
import orgmemory.access.account.Accounts.Account;
import orgmemory.access.account.Admission;
import orgmemory.access.account.Insiders;
import orgmemory.access.entry.Address;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.Answer;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.ListQuery;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;
import orgmemory.query.screen.read.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who of those the memory knows can come in? Memory keepers let people in by a link, and show them out. */
@PageController
@RequestMapping("/account/invitations")
@PreAuthorize("hasAuthority('CAPACITY_MEM')")
class AdmittancePages {

    private static final String TEMPLATE = "entrance/invitations";
    private static final int A_PAGE = 1_000;

    private final Admission admission;
    private final Insiders insiders;
    private final Accounts accounts;
    private final Memory memory;
    private final Names names;
    private final Address address;

    AdmittancePages(Admission admission, Insiders insiders, Accounts accounts, Memory memory, Names names,
            Address address) {
        this.admission = admission;
        this.insiders = insiders;
        this.accounts = accounts;
        this.memory = memory;
        this.names = names;
        this.address = address;
    }

    /**
     * Somebody the memory knows.
     *
     * @param account null for whoever has none
     * @param cast    whether they come in by the demo's door
     * @param oneself whether it is the reader
     */
    record Known(PersonId id, String name, @Nullable Account account, boolean cast, boolean oneself) {
    }

    @GetMapping
    String show(Page page, Model model) {
        model.addAttribute("people", people(page));
        return TEMPLATE;
    }

    @PostMapping
    String invite(Page page, @RequestParam(defaultValue = "") String person, Model model,
            HttpServletResponse response) {
        var guest = known(person);
        var code = admission.invite(guest, me(page));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("guest", guest)
                .addAttribute("link", address.of("/welcome/" + code));
        return show(page, model);
    }

    @PostMapping("/take-away")
    String showOut(Page page, @RequestParam(defaultValue = "") String person, RedirectAttributes next) {
        var leaving = known(person);
        admission.showOut(leaving, me(page));
        next.addFlashAttribute("done", "invitations.taken-away");
        return "redirect:/account/invitations";
    }

    private List<Known> people(Page page) {
        var byPerson = accounts.all()
                .stream()
                .collect(Collectors.toMap(Account::person, Function.identity()));
        return everybody().stream()
                .map(id -> new Known(id, names.in(page.language()).of(id.subject()), byPerson.get(id),
                        insiders.isCast(id), id.equals(me(page))))
                .sorted(Comparator.comparing(Known::name).thenComparing(known -> known.id().value()))
                .toList();
    }

    private List<PersonId> everybody() {
        var found = new ArrayList<PersonId>();
        String cursor = null;
        do {
            var some = memory.list("People",
                    new ListQuery(BitemporalPoint.NOW, Map.of(), null, false, cursor, A_PAGE));
            some.items().stream().map(Answer::key).map(PersonId::new).forEach(found::add);
            cursor = some.next();
        } while (cursor != null);
        return found;
    }

    private PersonId known(String person) {
        return everybody().stream()
                .filter(id -> id.value().equals(person))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "invitations.nobody"));
    }

    private static PersonId me(Page page) {
        return Objects.requireNonNull(page.reader()).id();
    }
}
