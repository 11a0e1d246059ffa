// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;
import orgmemory.access.unsent.UnsentForms;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;

/** Gives every page the form that its address opens: {@code ?do=ProposeBudgetCut}, with what it begins with. */
@ControllerAdvice(annotations = PageController.class)
final class OpenFormModel {

    /** How templates find it. */
    static final String NAME = "open";

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
            @RequestParam(name = "do", defaultValue = "") String command) {
        if (request.getAttribute(SHOWN) instanceof Optional<?> shown) {
            return (OpenForm) shown.orElse(null);
        }
        if (command.isEmpty() || !request.getMethod().equals("GET")) {
            return null;
        }
        var unsent = RequestContextUtils.getInputFlashMap(request);
        if (unsent != null && unsent.get(UnsentForms.NAME) instanceof Map<?, ?> fields) {
            return forms.unsent(command, page, fields, AsGet.address(request).toSingleValueMap())
                    .orElse(null);
        }
        return forms.open(command, page, AsGet.address(request).toSingleValueMap(),
                WhenKept.of(request, page))
                .orElse(null);
    }
}
