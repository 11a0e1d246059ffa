// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import orgmemory.message.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** The one table from what went wrong to what is answered. Nothing else reaches the caller. */
@RestControllerAdvice
public final class Problems {

    private static final Logger LOG = System.getLogger(Problems.class.getName());

    private final Sentences sentences;
    private final @Nullable ErrorPages pages;

    @Autowired
    Problems(Sentences sentences, ObjectProvider<ErrorPages> pages) {
        this(sentences, pages.stream().findFirst().orElse(null));
    }

    /** Where nobody shows pages. */
    public Problems(Sentences sentences) {
        this(sentences, (ErrorPages) null);
    }

    private Problems(Sentences sentences, @Nullable ErrorPages pages) {
        this.sentences = sentences;
        this.pages = pages;
    }

    /**
     * Where the caller has gone there is nobody to answer.
     *
     * @throws Throwable the same where an answer has begun: the server breaks it off, so that nobody takes it for whole
     */
    @ExceptionHandler(Throwable.class)
    @Nullable
    Object handle(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws Throwable {
        if (!response.isCommitted()) {
            return answer(thrown, request, response);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return null;
        }
        throw thrown;
    }

    Object answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        return answer(of(ifTheyMayKnow(thrown), language(request)), request, response);
    }

    /** Whoever may no longer ask is told that, whatever else is wrong with what they ask. */
    private static Throwable ifTheyMayKnow(Throwable thrown) {
        try {
            if (WhoMay.ASKING.isBound()) {
                WhoMay.ASKING.get().confirm();
            }
            return thrown;
        } catch (AuthenticationException | DataAccessException instead) {
            return instead;
        }
    }

    /** A page for those who asked for one, else the problem as JSON. */
    Object answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var shown = pages;
        return shown != null && wantsPage(request)
                ? shown.page(problem, request, response)
                : problem.answer();
    }

    /** The language of a request's answer, whatever it is answered with. */
    Locale language(HttpServletRequest request) {
        return showsPage(request)
                ? LocaleContextHolder.getLocale()
                : Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Whether the request is answered with pages. */
    boolean showsPage(HttpServletRequest request) {
        return pages != null && wantsPage(request);
    }

    /** Whether whoever asks wants a page: programs are answered alike whatever they say they take. */
    static boolean wantsPage(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        // Of a request that cannot be read there may be no address.
        boolean program = path != null && path.startsWith("/api/");
        return !program && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** What is answered, in the reader's language. What is a mistake of ours becomes a logged incident: 500. */
    public Problem of(Throwable thrown, Locale language) {
        return switch (thrown) {
            case Rejected rejected -> problem(status(rejected.kind()), rejected, language);
            case HttpProblem problem -> problem(problem, language);
            case ConstraintViolationException broken ->
                problem(ValidationErrors.of(broken.getConstraintViolations()), language);
            case HttpMessageNotReadableException unread -> problem(unread, language);
            case MissingServletRequestParameterException lacks -> problem(
                    HttpProblem.malformed(lacks.getParameterName(), "NotNull"), language);
            case MethodArgumentTypeMismatchException wrong ->
                problem(HttpProblem.malformed(wrong.getName(), "type"),
                        language);
            case TypeMismatchException _ -> problem(new HttpProblem(400, "status.400"), language);
            case AccessDeniedException _ -> problem(new HttpProblem(403, "status.403"), language);
            case AuthenticationException _ -> problem(unauthenticated(), language);
            case ErrorResponse known -> problem(plain(known), language);
            default -> Failures.of(thrown)
                    .map(problem -> problem(problem, language))
                    .orElseGet(() -> incident(thrown, language));
        };
    }

    /** The plain problem of a status. */
    public Problem of(int status, Locale language) {
        return switch (known(status)) {
            case 401 -> problem(unauthenticated(), language);
            case 500 -> incident(new IllegalStateException("The server said " + status), language);
            default -> problem(new HttpProblem(status, code(status)), language);
        };
    }

    private static int status(Rejected.Kind kind) {
        return switch (kind) {
            case RULE -> 422;
            case NOT_ALLOWED -> 403;
            case UNKNOWN -> 404;
            case EXISTS -> 409;
            case MALFORMED -> 400;
        };
    }

    private Problem problem(int status, Rejected rejected, Locale language) {
        var detail = sentences.say(rejected.code(), rejected.arguments(), language);
        return Problem.of(status, rejected.code(), title(status, language), detail, List.of(), Map.of(),
                Map.of(),
                language);
    }

    private Problem problem(HttpProblem problem, Locale language) {
        var errors = problem.invalidFields()
                .stream()
                .map(invalidField -> new FieldError(invalidField.field(), invalidField.rule(),
                        sentences.say("rule." + invalidField.rule(), invalidField.arguments(), language)))
                .toList();
        return Problem.of(problem.status(), problem.code(), title(problem.status(), language),
                sentences.say(problem.code(), problem.arguments(), language), errors, problem.more(),
                problem.headers(), language);
    }

    private Problem problem(HttpMessageNotReadableException unread, Locale language) {
        return problem(unread.getCause() instanceof JacksonException json
                ? ValidationErrors.of(json)
                : Failures.of(unread).orElseGet(() -> new HttpProblem(400, "request.unreadable")), language);
    }

    private static HttpProblem plain(ErrorResponse known) {
        int status = known.getStatusCode().value();
        var problem = new HttpProblem(status, code(status));
        known.getHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
        return problem;
    }

    private static HttpProblem unauthenticated() {
        return new HttpProblem(401, "status.401").header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private Problem incident(Throwable thrown, Locale language) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Incident " + id, thrown);
        return problem(new HttpProblem(500, "status.500", id).with("incident", id), language);
    }

    private String title(int status, Locale language) {
        return sentences.say("title." + known(status), List.of(), language);
    }

    private static String code(int status) {
        return "status." + known(status);
    }

    private static int known(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422,
                    429, 431,
                    500, 503, 504 ->
                status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
