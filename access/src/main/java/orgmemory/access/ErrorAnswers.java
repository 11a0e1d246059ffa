// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import orgmemory.message.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Answers errors that arise before or beside any controller in the same form as all others. */
@RestController
public final class ErrorAnswers implements ErrorController, AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PAGE = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final String REFUSED = ErrorAnswers.class.getName();

    private final Problems problems;

    ErrorAnswers(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return problems.answer(thrown, request, response);
        }
        if (request.getAttribute(REFUSED) instanceof HttpProblem refused) {
            return problems.answer(refused, request, response);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : 404;
        return problems.answer(problems.of(status, problems.language(request)), request, response);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failed)
            throws IOException {
        send(problems.of(401, language(request)), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        send(problems.of(403, language(request)), response);
    }

    /** Answers a request that is refused before it comes to a controller: with a page where one was asked for. */
    public void answer(HttpProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            // The server has given the connection up, as where a form broke off in the middle: nobody listens.
            return;
        }
        if (problems.showsPage(request)) {
            request.setAttribute(REFUSED, problem);
            response.sendError(problem.status());
        } else {
            send(problems.of(problem, language(request)), response);
        }
    }

    /**
     * The same before anything of the request is believed: to those who want a page, one that needs nothing else of ours.
     */
    public void answerAlone(HttpProblem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Problems.wantsPage(request)) {
            answer(problem, request, response);
            return;
        }
        var answer = problems.of(problem, language(request));
        response.setStatus(answer.status());
        response.setContentType(PAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.getOutputStream().write(page(answer, false));
    }

    /**
     * A page that stands by itself: it may be that nothing else can be served to who asked for it.
     *
     * @param wayBack whether it leads to the first page
     */
    static byte[] page(Problem answer, boolean wayBack) {
        var lang = answer.language().getLanguage();
        var title = HtmlUtils.htmlEscape(answer.title());
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
                <body><main><h1>%s</h1><p>%s</p>%s</main></body></html>
                """
                .formatted(lang, lang.equals("he") ? "rtl" : "ltr", title, title,
                        HtmlUtils.htmlEscape(answer.detail()), wayBack ? "<p><a href=\"/\">/</a></p>" : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        problem.answer()
                .getHeaders()
                .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem.body()));
    }

    private static Locale language(HttpServletRequest request) {
        return Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
