// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import orgmemory.message.Subject;

/** Words that are asked for. What is found has all of them, the last one perhaps only begun. */
public final class Question {

    /** More words than these are not asked for. */
    private static final int MOST_TERMS = 16;

    private final List<Term> terms;
    private final Set<Subject> things;

    private Question(List<Term> terms) {
        this.terms = terms;
        this.things = terms.stream().flatMap(term -> term.things().stream()).collect(Collectors.toSet());
    }

    /** Reads what somebody typed; whatever it is, it is no error. */
    public static Question of(String typed) {
        var seen = new HashSet<String>();
        var words = typedWords(typed).stream()
                .filter(word -> seen.add(word.form()))
                .limit(MOST_TERMS)
                .toList();
        return new Question(IntStream.range(0, words.size())
                .mapToObj(i -> Term.of(words.get(i), i == words.size() - 1))
                .toList());
    }

    /** Without the Hebrew prefixes that a hyphen, a number or a foreign word follows: nobody means them. */
    private static List<Word> typedWords(String typed) {
        var words = WordScanner.words(typed);
        return IntStream.range(0, words.size())
                .filter(i -> !words.get(i).isPrefix() || i + 1 == words.size()
                        || isApart(typed.substring(words.get(i).end(), words.get(i + 1).start())))
                .mapToObj(words::get)
                .toList();
    }

    private static boolean isApart(String between) {
        return between.codePoints().anyMatch(sign -> switch (Folding.of(sign).kind()) {
            case HYPHEN, UNSEEN -> false;
            default -> true;
        });
    }

    /** Whether there is no word in it; then nothing answers it. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** What finds names with these words in them, word by word, as a {@code tsquery}. */
    public List<String> inNames() {
        return terms.stream().map(Term::inNames).toList();
    }

    /** The same question, knowing for each word what is called so. */
    public Question naming(Function<Integer, List<Subject>> named) {
        return new Question(IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).naming(named.apply(i)))
                .toList());
    }

    /** What answers it at a level or better, as a {@code tsquery}. */
    public String upTo(Level level) {
        return terms.stream()
                .map(term -> String.join(" | ", term.upTo(level)))
                .collect(Collectors.joining(") & (", "(", ")"));
    }

    /** What one of its words names. */
    public Set<Subject> things() {
        return things;
    }

    /** Where a text has its words. */
    public List<Mark> marks(String text) {
        var marks = new ArrayList<Mark>();
        for (var word : WordScanner.words(text)) {
            if (terms.stream().anyMatch(term -> term.isFoundAs(word))) {
                marks.add(new Mark(word.start(), word.end()));
            }
        }
        return marks;
    }

    /** A place in a text, from its first character to before the one after it. */
    public record Mark(int start, int end) {
    }
}
