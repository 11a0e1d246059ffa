// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orgmemory.access.Sentences;
import orgmemory.message.Subject;
import orgmemory.query.reads.FormulaGuard;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.description.EventDescriber;
import orgmemory.query.screen.description.Part;
import orgmemory.query.screen.form.Shekels;
import orgmemory.query.screen.table.TableColumn.Kind;
import orgmemory.query.screen.table.TableColumn.Way;
import orgmemory.query.screen.table.TableColumn.Word;

/** Writes what rows have in their columns: for people who look, for spreadsheets, and for programs. */
record CellFormat(EventDescriber describer, Sentences sentences, Page page) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** On a screen. Nothing has no parts. */
    List<Part> parts(Kind kind, @Nullable Object value, @Nullable String target) {
        return switch (value) {
            case null -> List.of();
            case Word word -> List.of(part(say(word), target));
            case Subject thing -> List.of(target == null
                    ? describer.thing(thing, page)
                    : part(describer.thing(thing, page).text(), target));
            case List<?> list -> list.stream().flatMap(this::several).toList();
            default -> List.of(part(text(kind, value), target));
        };
    }

    private Stream<Part> several(Object one) {
        return switch (one) {
            case Subject thing -> Stream.of(describer.thing(thing, page), new Part(" ", true, null));
            case Word word -> Stream.of(part(say(word), null), new Part(" ", true, null));
            case Way way -> Stream.of(part(say(way.word()), way.target()), new Part(" ", true, null));
            default -> Stream.of((Part) one);
        };
    }

    private Part part(String text, @Nullable String target) {
        return new Part(text, false, target == null ? null : page.to(target));
    }

    private String text(Kind kind, Object value) {
        var fmt = page.fmt();
        return switch (value) {
            case LocalDate day -> fmt.day(day);
            case LocalDateTime time -> fmt.day(time) + ", " + TIME.format(time);
            case Long agorot when kind == Kind.AMOUNT -> agorot == 0 ? "–" : fmt.shekels(agorot);
            case Long agorot when kind == Kind.CHANGE -> fmt.change(agorot);
            case Long number -> fmt.number(number);
            default -> value.toString();
        };
    }

    /** As one text in the page's language, without marks that nobody sees: to sort by, and to hear. */
    String plain(Kind kind, @Nullable Object value) {
        return bare(switch (value) {
            case null -> "";
            case Word word -> say(word);
            case Subject thing -> describer.thing(thing, page).text();
            case List<?> list -> listed(list);
            default -> text(kind, value);
        });
    }

    /** In a spreadsheet, which runs nothing of it. Amounts are in shekels. */
    String cell(Kind kind, @Nullable Object value) {
        return switch (value) {
            case Long agorot when kind.isAmount() -> Shekels.typed(agorot);
            case Long number -> Long.toString(number);
            case LocalDate day -> day.toString();
            case LocalDateTime time -> MINUTE.format(time);
            case null, default -> FormulaGuard.guarded(plain(kind, value));
        };
    }

    /** For programs. Amounts are in agorot; what has a name has its subject beside it. */
    @Nullable
    Object json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Long number -> number;
            case LocalDate day -> day.toString();
            case LocalDateTime time -> time.toString();
            case Subject thing -> named(thing);
            case List<?> list when isOfThings(list) ->
                list.stream().map(thing -> named((Subject) thing)).toList();
            default -> plain(Kind.TEXT, value);
        };
    }

    private Map<String, String> named(Subject thing) {
        var named = new LinkedHashMap<String, String>();
        named.put("subject", thing.toString());
        named.put("name", bare(describer.thing(thing, page).text()));
        return named;
    }

    private String listed(List<?> list) {
        var between = list.stream().allMatch(Part.class::isInstance) ? "" : ", ";
        return list.stream().map(one -> switch (one) {
            case Subject thing -> describer.thing(thing, page).text();
            case Word word -> say(word);
            case Way way -> say(way.word());
            default -> ((Part) one).text();
        }).collect(Collectors.joining(between));
    }

    private static boolean isOfThings(List<?> list) {
        return list.stream().allMatch(Subject.class::isInstance);
    }

    String say(Word word) {
        return sentences.say(word.key(), word.arguments(), page.language());
    }

    /** Programs would take the marks that keep directions apart on pages for letters. */
    static String bare(String text) {
        return text.replaceAll("[\u2066-\u2069]", "");
    }
}
