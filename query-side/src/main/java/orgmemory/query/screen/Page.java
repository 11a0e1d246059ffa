// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Capacity;
import orgmemory.query.memory.BitemporalPoint;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What every page knows: who looks at it, in which language, as of which day and as known when. Every state of a page is a
 * link, and links keep the moment that the page is asked about.
 *
 * @param path    without the question mark and what follows
 * @param query   what follows the question mark, as it was asked; empty for none
 * @param theme   {@code light}, {@code dark} or {@code auto}
 * @param reader  null where nobody is signed in
 * @param today   the institute's day; in the demo the story's
 * @param asOf    the past day that is asked about; null for today
 * @param knownOn the day, time or position whose knowledge is asked for, as it was typed; null for all that is known
 * @param ofStory whether days and times are those of the demo's story
 * @param telling the demo's progress, while it is being told
 * @param position where the memory stands
 */
public record Page(String path, String query, Locale language, String theme, @Nullable Reader reader,
        BitemporalPoint point, LocalDate today, @Nullable LocalDate asOf, @Nullable String knownOn,
        boolean ofStory,
        Optional<Telling.TellingProgress> telling, long position) {

    private static final Set<String> CLOCKS = Set.of("asOf", "knownOn");
    private static final Set<String> MOMENT = Set.of("asOf", "knownOn", "do", "lang", "sent");

    public String lang() {
        return language.getLanguage();
    }

    /** The direction of the language's script. */
    public String dir() {
        return hebrew() ? "rtl" : "ltr";
    }

    public boolean hebrew() {
        return lang().equals("he");
    }

    /** The other of the two languages. */
    public String otherLang() {
        return hebrew() ? "en" : "he";
    }

    public Fmt fmt() {
        return new Fmt(language);
    }

    /** Whether it shows another moment than now; then nothing can be asked of the memory from it. */
    public boolean past() {
        return asOf != null || knownOn != null;
    }

    /** The day at whose end matters stood as the page shows them. */
    public LocalDate day() {
        return asOf == null ? today : asOf;
    }

    /** Whether the reader acts in that capacity today. */
    public boolean may(String capacity) {
        return reader != null && reader.capacities().contains(Capacity.valueOf(capacity));
    }

    /** A link to another page of the same moment. */
    public String to(String target) {
        return UriComponentsBuilder.fromUriString(target)
                .queryParamIfPresent("asOf", Optional.ofNullable(asOf))
                .queryParamIfPresent("knownOn", Optional.ofNullable(knownOn))
                .build()
                .toUriString();
    }

    /** A link to what changed of a thing, by the path of its trail, in the week before this page's moment. */
    public String weekBefore(String trail) {
        return to(trail + "?from=" + day().minusWeeks(1));
    }

    /** This page, as it is, but for what holds for one request alone. */
    public String here() {
        return address(name -> !name.equals("lang") && !name.equals("sent"));
    }

    /** This page, without a form, with another value of one parameter; without it where the value is null. */
    public String here(String parameter, @Nullable Object value) {
        return UriComponentsBuilder.fromUriString(bare())
                .replaceQueryParam(parameter, value == null ? new Object[0] : new Object[] {value})
                .build()
                .toUriString();
    }

    /** This page with all that is open on it, in the other language. */
    public String inOtherLanguage() {
        return UriComponentsBuilder.fromUriString(here())
                .replaceQueryParam("lang", otherLang())
                .build()
                .toUriString();
    }

    /**
     * This page without a form that is open on it, and without what holds for one request alone. What follows {@code do} in
     * an address is the form's, but for the moment.
     */
    public String bare() {
        var ofForm = new AtomicBoolean();
        return address(name -> {
            ofForm.compareAndSet(false, name.equals("do"));
            return CLOCKS.contains(name) || (!ofForm.get() && !MOMENT.contains(name));
        });
    }

    private String address(Predicate<String> kept) {
        var parts = Stream.of(query.split("&", -1))
                .filter(part -> !part.isEmpty() && kept.test(part.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? path : path + '?' + parts;
    }

    /** This page with a form open on it that begins with a value. */
    public String open(String command, String field, Object value) {
        return UriComponentsBuilder.fromUriString(bare())
                .queryParam("do", command)
                .queryParam(field, value)
                .build()
                .toUriString();
    }

    /** What a parameter of this page says; null where it has none. */
    public @Nullable String parameter(String name) {
        var value = UriComponentsBuilder.fromUriString(here()).build().getQueryParams().getFirst(name);
        return value == null ? null : URLDecoder.decode(value, UTF_8);
    }

    /** The position up to which everything on it is known. */
    public long knownTo() {
        return point.knownOn() == null ? position : Math.min(point.knownOn(), position);
    }

    /** The same page as it stands, whatever is recorded while somebody reads it to its end. */
    public Page pinned() {
        return new Page(path, query, language, theme, reader, new BitemporalPoint(point.asOf(), knownTo()),
                today, asOf, knownOn, ofStory, telling, position);
    }

    /** The same with something else after the question mark. */
    Page asking(String newQuery) {
        return new Page(path, newQuery, language, theme, reader, point, today, asOf, knownOn, ofStory,
                telling, position);
    }

    /** The parameters of this page beside the moment, for a form that changes the moment alone. */
    public Set<Map.Entry<String, String>> rest() {
        var parameters = UriComponentsBuilder.fromUriString(bare())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.keySet().removeAll(MOMENT);
        parameters.replaceAll((name, value) -> value == null ? "" : URLDecoder.decode(value, UTF_8));
        return parameters.entrySet();
    }

    /** This page as it is now. */
    public String now() {
        return UriComponentsBuilder.fromUriString(here("asOf", null))
                .replaceQueryParam("knownOn")
                .build()
                .toUriString();
    }
}
