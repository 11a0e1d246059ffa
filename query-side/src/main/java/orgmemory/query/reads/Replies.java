// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** How a read is answered: as JSON or as CSV, with a tag by which it is asked again cheaply. */
@Component
public final class Replies {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int TAG_BYTES = 15;

    /**
     * Answers in the form that was asked for. Where the reader has that answer already, nothing but 304 is sent.
     *
     * @param basis what the answer rests on: views' versions, both clocks, positions
     * @param next  cursor of the next page, where there is one
     */
    public ResponseEntity<byte[]> reply(HttpServletRequest request, List<?> basis, @Nullable Object next,
            Object json,
            Supplier<byte[]> csv) {
        boolean asCsv = wantsCsv(request);
        var reply = begun(request).contentType(asCsv ? CSV : MediaType.APPLICATION_JSON)
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION,
                        HttpHeaders.COOKIE)
                .eTag(tag(request, basis, asCsv));
        if (next != null) {
            reply.header(HttpHeaders.LINK, "<" + nextPage(request, next) + ">; rel=\"next\"");
        }
        return ended(request, reply, asCsv ? csv : () -> Json.mapper().writeValueAsBytes(json));
    }

    /** Answers what has no form but JSON. */
    ResponseEntity<byte[]> json(HttpServletRequest request, List<?> basis, Object json) {
        var reply = begun(request).contentType(MediaType.APPLICATION_JSON)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION,
                        HttpHeaders.COOKIE)
                .eTag(tag(request, basis, false));
        return ended(request, reply, () -> Json.mapper().writeValueAsBytes(json));
    }

    private static ResponseEntity.BodyBuilder begun(HttpServletRequest request) {
        checkMatch(request);
        return ResponseEntity.status(isAnyKnown(request) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK);
    }

    private static ResponseEntity<byte[]> ended(HttpServletRequest request, ResponseEntity.BodyBuilder reply,
            Supplier<byte[]> body) {
        return isAnyKnown(request) ? reply.build() : reply.body(body.get());
    }

    /** Answers' tags are weak, and {@code If-Match} asks for the very same (RFC 9110, 13.1.1). */
    private static void checkMatch(HttpServletRequest request) {
        var tags = request.getHeader(HttpHeaders.IF_MATCH);
        if (tags != null && !tags.strip().equals("*")) {
            throw new HttpProblem(412, "status.412");
        }
    }

    /** Whether the reader wants nothing unless it were the first answer ever: {@code If-None-Match: *}. */
    private static boolean isAnyKnown(HttpServletRequest request) {
        return "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    /** Weak: the same answer may be told at a later position of the memory. */
    private static String tag(HttpServletRequest request, List<?> basis, boolean asCsv) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var rights = authentication == null
                ? List.of()
                : authentication.getAuthorities()
                        .stream()
                        .map(GrantedAuthority::getAuthority)
                        .sorted()
                        .toList();
        var language = Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var all = List.of(basis, request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""), asCsv, language, rights);
        return "W/\"" + digest(all.toString()) + "\"";
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String nextPage(HttpServletRequest request, Object next) {
        var page = UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
        return page.replaceQueryParam("cursor", next).build().toUriString();
    }

    private static boolean wantsCsv(HttpServletRequest request) {
        var format = request.getParameter("format");
        if (format != null) {
            if (!List.of("json", "csv").contains(format)) {
                throw HttpProblem.malformed("format", "one-of", "json, csv");
            }
            return format.equals("csv");
        }
        var accepted = accepted(request.getHeader(HttpHeaders.ACCEPT));
        return quality(accepted, CSV, false) > quality(accepted, MediaType.APPLICATION_JSON, true);
    }

    private static List<MediaType> accepted(@Nullable String header) {
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException unreadable) {
            throw new HttpProblem(406, "status.406");
        }
    }

    /** JSON is what a reader gets who takes anything; CSV only who names it. */
    private static double quality(List<MediaType> accepted, MediaType type, boolean alsoByWildcard) {
        return accepted.stream()
                .filter(one -> one.includes(type) && (alsoByWildcard || one.isConcrete()))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }
}
