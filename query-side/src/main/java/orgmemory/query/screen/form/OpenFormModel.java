// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import orgmemory.access.unsent.UnsentForms;
import orgmemory.message.Catalogue;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;

/** Gives every page the form that its address opens: {@code ?do=ProposeBudgetCut}, with what it begins with. */
@ControllerAdvice(annotations = PageController.class)
final class OpenFormModel {

    /** How templates find it. */
    static final String NAME = "open";

    /** Why there is none although the address asks for it, as a key of the bundles. */
    private static final String SHUT = "shut";

    private static final String SHOWN = OpenFormModel.class.getName();

    private final Forms forms;

    OpenFormModel(Forms forms) {
        this.forms = forms;
    }

    /** From here on pages of the request show that form, or none, whatever the address says. */
    static void show(HttpServletRequest request, @Nullable OpenForm form) {
        request.setAttribute(SHOWN, Optional.ofNullable(form));
    }

    @ModelAttribute(NAME)
    @Nullable
    OpenForm open(@ModelAttribute(name = "page", binding = false) Page page, HttpServletRequest request,
            @RequestParam(name = "do", defaultValue = "") String command, Model model) {
        if (request.getAttribute(SHOWN) instanceof Optional<?> shown) {
            return (OpenForm) shown.orElse(null);
        }
        if (command.isEmpty() || !request.getMethod().equals("GET")) {
            return null;
        }
        var unsent = RequestContextUtils.getInputFlashMap(request);
        var address = AsGet.address(request).toSingleValueMap();
        var open = unsent != null && unsent.get(UnsentForms.NAME) instanceof Map<?, ?> fields
                ? forms.unsent(command, page, fields, address)
                : forms.open(command, page, address, WhenKept.of(request, page));
        if (open.isEmpty()) {
            model.addAttribute(SHUT, whyNot(command, page));
        }
        return open.orElse(null);
    }

    /** Why a form that an address asks for is not there, as a key of the bundles. */
    private static String whyNot(String name, Page page) {
        var command = Catalogue.commandsByName().get(name);
        if (command == null || !Forms.hasForm(command)) {
            return "form.shut.unknown";
        }
        if (page.past()) {
            return "form.only-now";
        }
        return Forms.may(command, page) ? "form.shut.over" : "form.shut.not-yours";
    }
}
