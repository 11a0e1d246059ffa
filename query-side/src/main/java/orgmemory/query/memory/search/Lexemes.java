// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import orgmemory.message.Subject;

/** The words under which something is found, each once, as PostgreSQL's {@code tsvector} takes them without a parser. */
public final class Lexemes {

    /** PostgreSQL holds no more than 1 MiB of them a row. */
    private static final int MOST_BYTES = 1_000_000;
    private static final int BYTES_A_CHARACTER = 3;
    private static final int AGOROT = 100;
    private static final int UUID_LENGTH = 36;

    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    /** Adds the words of a text. */
    public Lexemes text(String text) {
        for (var word : WordScanner.words(text)) {
            words.add(word.form());
            others.addAll(word.others());
        }
        return this;
    }

    /** Adds an id: as a whole, and by its words where people gave it. */
    Lexemes id(String id) {
        if (isUuid(id)) {
            words.add(id.replace("-", ""));
        } else {
            text(id);
        }
        return this;
    }

    /** Adds what the thing is found by when its name is asked for; no name stands there. */
    Lexemes subject(Subject subject) {
        words.add(of(subject));
        return this;
    }

    /** Adds an amount as people write it, in shekels. */
    Lexemes agorot(long agorot) {
        var shekels = Long.toString(Math.abs(agorot / AGOROT));
        int rest = (int) Math.abs(agorot % AGOROT);
        words.add(shekels);
        if (rest != 0) {
            words.add(NumberScanner.decimal(shekels, "%02d".formatted(rest)));
        }
        return this;
    }

    Lexemes number(long number) {
        words.add(Long.toString(number));
        return this;
    }

    /** All of them as PostgreSQL reads them; should they be too many, what is found otherwise too goes first. */
    public String vector() {
        var vector = new StringBuilder();
        int left = add(words, vector, MOST_BYTES);
        add(others, vector, left);
        return vector.toString();
    }

    private static int add(Set<String> lexemes, StringBuilder vector, int most) {
        int left = most;
        for (var lexeme : lexemes) {
            int bytes = bytes(lexeme, left);
            if (bytes > left) {
                return 0;
            }
            left -= bytes;
            quoted(lexeme, vector).append(' ');
        }
        return left;
    }

    private static int bytes(String lexeme, int left) {
        int bytes = 0;
        for (int i = 0; i < lexeme.length() && bytes <= left; i++) {
            char c = lexeme.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : BYTES_A_CHARACTER;
        }
        return bytes;
    }

    static StringBuilder quoted(String lexeme, StringBuilder into) {
        into.append('\'');
        for (int i = 0; i < lexeme.length(); i++) {
            char c = lexeme.charAt(i);
            if (c == '\'' || c == '\\') {
                into.append(c);
            }
            into.append(c);
        }
        return into.append('\'');
    }

    /** No word has such a sign. */
    static String of(Subject subject) {
        return "@" + subject;
    }

    private static boolean isUuid(String id) {
        try {
            return id.length() == UUID_LENGTH && UUID.fromString(id).toString().equalsIgnoreCase(id);
        } catch (IllegalArgumentException anotherId) {
            return false;
        }
    }
}
