// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orgmemory.access.Sentences;
import orgmemory.query.imports.ImportFields.ImportField;

/**
 * By which names columns are known: a field's own in JSON, what it is called on screens in either language, and what people
 * call it in tables, as the bundles list it under {@code import.names.}, with bars between.
 */
final class FieldNames {

    private static final List<Locale> LANGUAGES = List.of(Sentences.HEBREW, Sentences.ENGLISH);

    /** What headers add: marks of vowels, years, and the unit they count in. */
    private static final Pattern POINTS = Pattern
            .compile("[\\u0591-\\u05c7&&[^\\u05be\\u05c0\\u05c3\\u05c6]]");
    private static final Pattern ADDED = Pattern
            .compile(
                    "\\(.*?\\)|\\[.*?]|(?<!\\d)(19|20)\\d\\d(?!\\d)|באלפי ש.?.?ח|אלפי ש.?.?ח|(?<!\\p{L})(בש.?ח|ש.?ח)(?!\\p{L})"
                            + "|\\b(nis|ils)\\b");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}%]+");

    /** What is longer is a text and no name. */
    private static final int LONGEST = 120;

    private final Map<String, Set<String>> byField = new LinkedHashMap<>();

    FieldNames(Sentences sentences, List<ImportField> fields) {
        fields.forEach(field -> byField.put(field.path(), names(sentences, field)));
    }

    /** The fields that a column of that name may hold. */
    List<String> of(String header) {
        if (header.length() > LONGEST) {
            return List.of();
        }
        var plain = folded(header);
        var bare = folded(ADDED.matcher(header.toLowerCase(Locale.ROOT)).replaceAll(" "));
        return byField.entrySet()
                .stream()
                .filter(entry -> entry.getValue().contains(plain)
                        || (!bare.isEmpty() && entry.getValue().contains(bare)))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean knows(String header) {
        return !header.isBlank() && !of(header).isEmpty();
    }

    /** A name as it is compared: without case, width, vowels, quotes and all that separates words. */
    static String folded(String name) {
        var wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTER.matcher(POINTS.matcher(wide).replaceAll("")).replaceAll("");
    }

    private static Set<String> names(Sentences sentences, ImportField field) {
        var names = new HashSet<String>();
        names.add(folded(field.path()));
        names.add(folded(field.name()));
        for (var language : LANGUAGES) {
            Stream.of("import.field.", "field.")
                    .map(prefix -> prefix + field.name())
                    .filter(sentences::has)
                    .map(key -> folded(sentences.say(key, List.of(), language)))
                    .forEach(names::add);
            var key = "import.names." + field.name();
            if (sentences.has(key)) {
                Stream.of(sentences.say(key, List.of(), language).split("\\|", -1))
                        .map(FieldNames::folded)
                        .forEach(names::add);
            }
        }
        return names;
    }
}
