// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.access.ErrorAnswers;
import orgmemory.access.Failures;
import orgmemory.access.HttpProblem;
import orgmemory.message.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what nobody behind it could read, with the field that is at fault: before a session is looked for, and before
 * anything is asked of a database.
 */
public final class ReadableRequests extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE",
            "OPTIONS",
            "TRACE");
    /** The methods that some address takes. */
    public static final String TAKEN = "GET, HEAD, POST, OPTIONS";
    private static final Set<String> PLAIN = Set.of("", "identity");

    private final ErrorAnswers problems;

    public ReadableRequests(ErrorAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            check(request);
        } catch (HttpProblem refused) {
            problems.answer(refused, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void check(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw new HttpProblem(405, "status.405").header(HttpHeaders.ALLOW, TAKEN);
        }
        checkEncoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        checkCharset(request.getContentType());
        checkParameters(request);
    }

    private static void checkEncoding(@Nullable String encoding) {
        if (encoding != null && !PLAIN.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
            throw new HttpProblem(415, "request.encoding", encoding).header(HttpHeaders.ACCEPT_ENCODING,
                    "identity");
        }
    }

    /** JSON is UTF-8 (RFC 8259); what is said to be something else would be misread. */
    private static void checkCharset(@Nullable String contentType) {
        try {
            var type = contentType == null ? null : MediaType.parseMediaType(contentType);
            var charset = type == null || !type.getSubtype().contains("json")
                    ? null
                    : type.getParameter("charset");
            if (charset != null && !Set.of("utf-8", "utf8", "us-ascii")
                    .contains(charset.replace("\"", "").toLowerCase(Locale.ROOT))) {
                throw new HttpProblem(415, "request.charset", charset);
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpProblem(415, "status.415");
        }
    }

    private static void checkParameters(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query != null) {
            Stream.of(query.split("&", -1)).forEach(ReadableRequests::checkEscapes);
        }
        // The parts of a form are read by who wants them, and only then.
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            checkTexts(request);
        }
    }

    private static void checkTexts(HttpServletRequest request) {
        try {
            request.getParameterMap().forEach((name, values) -> {
                if (!Texts.isText(name) || !Stream.of(values).allMatch(Texts::isText)) {
                    throw HttpProblem.malformed(shown(name), "text");
                }
            });
        } catch (IllegalStateException unreadable) {
            // As the server says it: too slow, too large, cut off, or a % that stands for no character.
            throw Failures.of(unreadable).orElse(new HttpProblem(400, "request.parameters"));
        }
    }

    private static void checkEscapes(String parameter) {
        int end = parameter.indexOf('=');
        var name = decoded(end < 0 ? parameter : parameter.substring(0, end));
        var value = decoded(end < 0 ? "" : parameter.substring(end + 1));
        if (name == null || value == null) {
            throw HttpProblem.malformed(shown(name == null ? parameter : name), "escape");
        }
    }

    /** Null where a % stands for no character. */
    private static @Nullable String decoded(String text) {
        try {
            var bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException none) {
            return null;
        }
    }

    /** The name of a field as far as it can be told. */
    private static String shown(String name) {
        var text = name.codePoints()
                .limit(100)
                .map(point -> Texts.isUnseen(point) ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return text.toString();
    }
}
