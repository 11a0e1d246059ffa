// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The sentences for people, in each language: in the folder of each topic of each module a file
 * {@code <name>.properties} (English) with its {@code <name>_he.properties} (Hebrew), all together. They are
 * written in ICU's message format, see {@link Sentence}.
 */
public final class Sentences {

    public static final Locale HEBREW = Locale.of("he");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final int LONGEST_HEADER = 500;
    private static final String IN_HEBREW = "_he.properties";

    private static final Map<Locale, Locale> IN_ISRAEL = Map.of(HEBREW, Locale.of("he", "IL"), ENGLISH,
            Locale.of("en", "IL"));

    private final Map<Locale, Map<String, String>> byLanguage = Map.of(HEBREW, new HashMap<>(), ENGLISH,
            new HashMap<>());

    /** Those with places, as they were first said; all others need no format. */
    private final Map<Locale, Map<String, Sentence>> read = Map.of(HEBREW, new ConcurrentHashMap<>(), ENGLISH,
            new ConcurrentHashMap<>());

    public Sentences() {
        try {
            for (var hebrew : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:orgmemory/**/*" + IN_HEBREW)) {
                read(hebrew, of(HEBREW));
                read(hebrew.createRelative(name(hebrew).replace(IN_HEBREW, ".properties")), of(ENGLISH));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of the reader's languages that there is; Hebrew where none is named. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return HEBREW;
        }
        try {
            var found = Locale.lookup(ranges(acceptLanguage), List.of(HEBREW, ENGLISH));
            return found == null ? HEBREW : found;
        } catch (IllegalArgumentException malformed) {
            return HEBREW;
        }
    }

    /** The languages that a header names, as far as anybody would mean it: a thousand would cost more than the answer. */
    public static List<Locale.LanguageRange> ranges(String acceptLanguage) {
        var beginning = acceptLanguage.substring(0, Math.min(acceptLanguage.length(), LONGEST_HEADER));
        var whole = beginning.length() < acceptLanguage.length() && beginning.contains(",")
                ? beginning.substring(0, beginning.lastIndexOf(','))
                : beginning;
        return Locale.LanguageRange.parse(whole);
    }

    public boolean has(String key) {
        return of(ENGLISH).containsKey(key);
    }

    /**
     * The sentence in a language; the bare key where nobody has written it. <b>An argument of type long is an amount in
     * agorot</b> and is written as shekels; counts are ints; days are written out; all else as it is.
     */
    public String say(String key, List<?> arguments, Locale language) {
        var sentence = of(language).get(key);
        return isPlain(sentence)
                ? Objects.requireNonNullElse(sentence, key)
                : say(parsed(key, language), arguments, language);
    }

    /** The sentence in a language with numbers as that language writes them, and all else as it is. */
    public String format(String key, Locale language, @Nullable Object... arguments) {
        var sentence = of(language).get(key);
        return isPlain(sentence)
                ? Objects.requireNonNullElse(sentence, key)
                : parsed(key, language).say(arguments);
    }

    /**
     * The sentence, to be said in pieces.
     *
     * @throws IllegalArgumentException where nobody has written it
     */
    public Sentence parsed(String key, Locale language) {
        var text = of(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException(key);
        }
        return Objects.requireNonNull(read.get(language))
                .computeIfAbsent(key, _ -> new Sentence(text, language));
    }

    private static boolean isPlain(@Nullable String sentence) {
        return sentence == null || sentence.indexOf('{') < 0;
    }

    private static String say(Sentence sentence, List<?> arguments, Locale language) {
        var values = new Object[arguments.size()];
        for (int place = 0; place < values.length; place++) {
            var argument = arguments.get(place);
            values[place] = sentence.counts(place) ? argument : write(argument, language);
        }
        return sentence.say(values);
    }

    private static String write(@Nullable Object argument, Locale language) {
        var place = IN_ISRAEL.getOrDefault(language, ENGLISH);
        return switch (argument) {
            case Long agorot -> shekels(agorot, place);
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(place).format(day);
            case null, default -> String.valueOf(argument);
        };
    }

    private static String shekels(long agorot, Locale place) {
        var format = NumberFormat.getCurrencyInstance(place);
        format.setMinimumFractionDigits(agorot % 100 == 0 ? 0 : 2);
        return format.format(BigDecimal.valueOf(agorot, 2));
    }

    private Map<String, String> of(Locale language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static void read(Resource file, Map<String, String> target) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.forEach((key, sentence) -> {
            if (target.putIfAbsent(key.toString(), sentence.toString()) != null) {
                throw new IllegalStateException("Two sentences for " + key + ", one in " + name(file));
            }
        });
    }
}
