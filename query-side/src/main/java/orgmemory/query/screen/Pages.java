// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orgmemory.access.HttpProblem;
import orgmemory.journal.MemoryClock;
import orgmemory.message.Capacity;
import orgmemory.message.people.PersonId;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.memory.reading.Memory;
import orgmemory.query.screen.read.Names;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request. */
@Component
final class Pages {

    private static final String CAPACITY = "CAPACITY_";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Memory memory;
    private final Names names;
    private final MemoryClock clock;
    private final ObjectProvider<Telling> telling;

    Pages(Memory memory, Names names, MemoryClock clock, ObjectProvider<Telling> telling) {
        this.memory = memory;
        this.names = names;
        this.clock = clock;
        this.telling = telling;
    }

    /** The page as of now, whatever moment was asked about. */
    Page plain(HttpServletRequest request, Locale language) {
        return new Page(request.getRequestURI(), Objects.requireNonNullElse(request.getQueryString(), ""),
                language, theme(request), reader(language), BitemporalPoint.NOW, memory.today(), null, null,
                clock.ofStory(),
                now(), memory.position());
    }

    private Optional<Telling.TellingProgress> now() {
        return telling.stream().flatMap(progress -> progress.now().stream()).findFirst();
    }

    /**
     * The page of a request that went wrong. Its address is the one that was asked for; what followed the question mark may be
     * what was wrong with it. The moment stays where that was not.
     */
    Page failed(HttpServletRequest request, Locale language) {
        var now = new Page(address(request), "", language, theme(request), reader(language),
                BitemporalPoint.NOW, memory.today(), null, null, clock.ofStory(), now(), memory.position());
        try {
            // Not the request's parameters: whose body was too much is not asked for more of it.
            var typed = now.asking(Objects.requireNonNullElse(request.getQueryString(), ""));
            var then = at(now, typed.parameter("asOf"), typed.parameter("knownOn"));
            return then.asking(Objects.requireNonNullElse(URI.create(then.to("")).getRawQuery(), ""));
        } catch (HttpProblem | IllegalArgumentException noMoment) {
            return now;
        }
    }

    /** The same without anything that a database would have to be asked for: it may be what went wrong. */
    Page bare(HttpServletRequest request, Locale language) {
        return new Page(address(request), "", language, theme(request), null, BitemporalPoint.NOW,
                memory.today(),
                null, null,
                clock.ofStory(), Optional.empty(), 0);
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    /** The same page as of a day and as known then, both as they were typed. */
    Page at(Page page, @Nullable String asOf, @Nullable String knownOn) {
        var known = knownOn == null || knownOn.isBlank() ? null : knownOn.strip();
        var point = memory.point(asOf == null || asOf.isBlank() ? null : asOf.strip(), known);
        return at(page, page.today().equals(point.asOf()) ? null : point.asOf(), known, point.knownOn());
    }

    private static Page at(Page page, @Nullable LocalDate asOf, @Nullable String knownOn,
            @Nullable Long position) {
        return new Page(page.path(), page.query(), page.language(), page.theme(), page.reader(),
                new BitemporalPoint(asOf, position), page.today(), asOf, knownOn, page.ofStory(),
                page.telling(),
                page.position());
    }

    private @Nullable Reader reader(Locale language) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return null;
        }
        var id = new PersonId(authentication.getName());
        return new Reader(id, names.in(language).of(id.subject()), capacities(authentication));
    }

    private static Set<Capacity> capacities(Authentication authentication) {
        var held = EnumSet.noneOf(Capacity.class);
        authentication.getAuthorities()
                .stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(CAPACITY))
                .forEach(authority -> held.add(Capacity.valueOf(authority.substring(CAPACITY.length()))));
        return held;
    }

    private static String theme(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals("theme"))
                .map(Cookie::getValue)
                .filter(THEMES::contains)
                .findFirst()
                .orElse("auto");
    }
}
