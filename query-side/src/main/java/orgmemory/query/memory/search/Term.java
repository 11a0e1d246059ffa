// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.message.Subject;

/**
 * A word that is asked for.
 *
 * @param form   what it is compared as
 * @param begun  whether it may be the beginning of one
 * @param exact  under what it is found as it stands
 * @param things what is called so, or by a name with this word in it
 */
record Term(String form, boolean begun, Set<String> exact, List<Subject> things) {

    static Term of(Word word, boolean last) {
        var exact = new LinkedHashSet<>(List.of(word.form()));
        exact.addAll(word.instead());
        return new Term(word.form(), last && !word.number(), exact, List.of());
    }

    Term naming(List<Subject> named) {
        return new Term(form, begun, exact, named);
    }

    /** Under what it is found at a level and at all better ones, as parts of a {@code tsquery}. */
    List<String> upTo(Level level) {
        var found = new ArrayList<String>();
        for (var each : Level.values()) {
            if (each.compareTo(level) <= 0) {
                at(each).forEach(found::add);
            }
        }
        return found;
    }

    private Stream<String> at(Level level) {
        return switch (level) {
            case EXACT -> exact.stream().map(Term::quoted);
            case NEAR -> Stream.concat(things.stream().map(Lexemes::of), near()).map(Term::quoted);
            case BEGUN -> begun
                    ? Stream.concat(Stream.of(form), Prefixes.before(form).stream())
                            .map(word -> quoted(word) + ":*")
                    : Stream.empty();
            case FAR -> far().map(Term::quoted);
        };
    }

    private Stream<String> near() {
        return exact.stream().flatMap(word -> Prefixes.before(word).stream());
    }

    private Stream<String> far() {
        return Prefixes.without(form)
                .stream()
                .flatMap(word -> Stream.concat(Stream.of(word), Prefixes.before(word).stream()));
    }

    /** Under what a thing's name with this word in it is found. */
    String inNames() {
        return String.join(" | ", Stream.of(Level.EXACT, Level.NEAR, Level.BEGUN)
                .flatMap(level -> naming(List.of()).at(level))
                .toList());
    }

    /** Whether a word of a text is what is asked for. */
    boolean isFoundAs(Word word) {
        return Stream.concat(Stream.of(word.form()), word.others().stream()).anyMatch(this::isFoundAs);
    }

    private boolean isFoundAs(String word) {
        if (exact.contains(word) || (begun && word.startsWith(form))) {
            return true;
        }
        return Prefixes.ALL.stream()
                .filter(prefix -> word.startsWith(prefix) && word.length() > prefix.length() + 1)
                .map(prefix -> word.substring(prefix.length()))
                .anyMatch(stem -> exact.contains(stem) || (begun && stem.startsWith(form)) || isFar(stem))
                || isFar(word);
    }

    private boolean isFar(String word) {
        return Prefixes.without(form).contains(word);
    }

    private static String quoted(String lexeme) {
        return Lexemes.quoted(lexeme, new StringBuilder()).toString();
    }
}
