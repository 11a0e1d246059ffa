// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.PageController;

/**
 * Takes the forms of all pages. A form is a state of its page and is sent to the page's own address: where it is refused the
 * page comes again, with what was typed; else the page follows, and says once what came of it.
 */
@PageController
final class FormPages implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping pages;
    private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
    private final Forms forms;
    private final FormSender sender;
    private final FormWords words;

    FormPages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages,
            ObjectProvider<RequestMappingHandlerAdapter> adapter, Forms forms, FormSender sender,
            FormWords words) {
        this.pages = pages;
        this.adapter = adapter;
        this.forms = forms;
        this.sender = sender;
        this.words = words;
    }

    /** Each page that takes nothing else takes forms. */
    @Override
    public void afterSingletonsInstantiated() {
        var shown = new HashSet<String>();
        var busy = new HashSet<String>();
        pages.getHandlerMethods().forEach((mapping, handler) -> {
            if (AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), PageController.class)) {
                var methods = mapping.getMethodsCondition().getMethods();
                (methods.contains(RequestMethod.GET) ? shown : busy).addAll(mapping.getPatternValues());
            }
        });
        shown.removeAll(busy);
        var send = Stream.of(FormPages.class.getMethods())
                .filter(method -> method.getName().equals("send"))
                .findFirst()
                .orElseThrow();
        shown.forEach(page -> pages.registerMapping(RequestMappingInfo.paths(page)
                .methods(RequestMethod.POST)
                .params("do")
                .options(pages.getBuilderConfiguration())
                .build(), this, send));
    }

    /** A form of a page was sent. */
    public ModelAndView send(@ModelAttribute(name = "page", binding = false) Page page,
            @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request,
            HttpServletResponse response, RedirectAttributes next) throws Exception {
        var form = Form.sent(typed);
        OpenFormModel.show(request, null);
        var shown = page(request, response);
        if (response.getStatus() >= 400) {
            return shown;
        }
        var typedIn = forms.sent(form.value("do"), page, form, AsGet.address(request).toSingleValueMap());
        var fields = forms.fields(typedIn);
        if (typed.containsKey("lang") && !AsGet.address(request).containsKey("lang")) {
            return shown.addObject(OpenFormModel.NAME, forms.again(typedIn));
        }
        if (Parts.changes(form)) {
            return shown.addObject(OpenFormModel.NAME,
                    forms.again(typedIn.with(Parts.changed(form, fields))));
        }
        var draft = typedIn.with(Parts.compact(form, fields));
        if (forms.mustBeSeen(draft)) {
            return shown.addObject(OpenFormModel.NAME, forms.again(draft));
        }
        var refused = sender.send(draft);
        if (refused.isEmpty()) {
            WhenKept.keep(form.typed(), page, request, response);
            return done(draft, next);
        }
        response.setStatus(refused.get().form().status());
        OpenFormModel.show(request, forms.again(refused.get()));
        return page(request, response);
    }

    /** The page as whoever asks for its address sees it. */
    private ModelAndView page(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var asGet = new AsGet(request);
        var page = Objects.requireNonNull(pages.getHandler(asGet));
        return Objects.requireNonNull(adapter.getObject().handle(asGet, response, page.getHandler()));
    }

    /**
     * Where to go after a command was taken: the page, which says so once. Its address says which form was sent, for else
     * another request for the page, as of one that is open and live, could take the message away.
     */
    private ModelAndView done(Draft draft, RedirectAttributes next) {
        next.addFlashAttribute("done", words.done(draft.command().getSimpleName()));
        next.addAttribute("sent", draft.form().key());
        return new ModelAndView("redirect:" + FormView.back(draft));
    }
}
