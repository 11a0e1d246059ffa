// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.memory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orgmemory.query.memory.reading.RecordQuery.Order;

/** Questions and the texts that answer them, through the database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

    private static final Findings MEMORY = new Findings();
    private static final Map<String, Long> TEXTS = new HashMap<>();

    private static final List<String> ALL = List.of("שָׁלוֹם לכולם", "\u2067הַקִּיצּוּץ\u2069 הוצע",
            "דנו בקיצוץ הזה", "וכשהקיצוץ יאושר",
            "בית ספר", "בית־הספר החדש", "עלות בש״ח", "עלות ש''ח אחד", "מנכ’ל וצה״ל", "הילד 'רמי'",
            "ג׳ורג׳ אמר",
            "נדרשו ב־20,850 שקלים", "סכום של 180,000", "סכום של 180000", "עוד 1,300 אלף",
            "about 480 thousand",
            "₪480K at most", "1.3 million in all", "12,345.60 exactly", "ביום 30.11.2016",
            "Café Zürich naïve",
            "STRASSE and Straße", "ＦＵＬＬ ｗｉｄｔｈ", "An e-mail arrived", "Don’t cut it", "the cutting edge",
            "co\u00adoperate",
            "אל \u202bתוך\u202c הלב", "ﬁnancial", "مُحَمَّد", "ספ\u200fר אדום", "בGoogle ראינו", "ב2017 היה",
            "number ٢٠٢٦",
            "\uD83D\uDE80 launch", "٣٬٥٠٠ مليون", "a_b under_score", "x=1\\2'3 & | ! :* <->", "תל–אביב",
            "כ\"ה בכסלו");

    @BeforeAll
    static void tell() {
        ALL.forEach(text -> TEXTS.put(text, MEMORY.text(text)));
        MEMORY.fold();
    }

    private static List<String> found(String question) {
        var positions = MEMORY.find(question);
        return ALL.stream().filter(text -> positions.contains(TEXTS.get(text))).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {"שלום; שָׁלוֹם לכולם",
            "שָׁלוֹם; שָׁלוֹם לכולם",
            "שלומ; שָׁלוֹם לכולם", "ש״ח; עלות בש״ח| עלות ש''ח אחד", "ש\"ח; עלות בש״ח| עלות ש''ח אחד",
            "ש”ח; עלות בש״ח| עלות ש''ח אחד", "ש``ח; עלות בש״ח| עלות ש''ח אחד", "שח; עלות בש״ח| עלות ש''ח אחד",
            "מנכ\"ל; מנכ’ל וצה״ל", "צה''ל; מנכ’ל וצה״ל", "\"רמי\"; הילד 'רמי'", "ג'ורג'; ג׳ורג׳ אמר",
            "20,850; נדרשו ב־20,850 שקלים",
            "20850; נדרשו ב־20,850 שקלים", "ב-20,850; נדרשו ב־20,850 שקלים", "ב20850; נדרשו ב־20,850 שקלים",
            "180,000; סכום של 180,000| סכום של 180000", "180000; סכום של 180,000| סכום של 180000",
            "180000 ₪; סכום של 180,000| סכום של 180000", "180 אלף; סכום של 180,000| סכום של 180000",
            "180 thousand; סכום של 180,000| סכום של 180000", "180K; סכום של 180,000| סכום של 180000",
            "180'000; סכום של 180,000| סכום של 180000", "180.000; סכום של 180,000| סכום של 180000",
            "1,300,000; עוד 1,300 אלף| 1.3 million in all", "1.3 מיליון; עוד 1,300 אלף| 1.3 million in all",
            "480,000; about 480 thousand| ₪480K at most", "12345.6; 12,345.60 exactly",
            "12,345; 12,345.60 exactly",
            "30/11/2016; ביום 30.11.2016", "cafe; Café Zürich naïve", "ZURICH; Café Zürich naïve",
            "NAÏVE; Café Zürich naïve",
            "straße; STRASSE and Straße", "full WIDTH; ＦＵＬＬ ｗｉｄｔｈ", "email; An e-mail arrived",
            "e-mail; An e-mail arrived",
            "e‑mail; An e-mail arrived", "dont; Don’t cut it", "don't; Don’t cut it",
            "cut; Don’t cut it| the cutting edge",
            "cooperate; co\u00adoperate", "תוך; אל \u202bתוך\u202c הלב",
            "\u200fתוך\u200e; אל \u202bתוך\u202c הלב", "financial; ﬁnancial",
            "محمد; مُحَمَّد", "בית ספר; בית ספר| בית־הספר החדש", "בית-ספר; בית ספר| בית־הספר החדש",
            "בית־הספר; בית־הספר החדש",
            "ספר; בית ספר| בית־הספר החדש| ספ\u200fר אדום", "google; בGoogle ראינו", "2017; ב2017 היה",
            "2026; number ٢٠٢٦",
            "3500; ٣٬٥٠٠ مليون", "\uD83D\uDE80; \uD83D\uDE80 launch", "under; a_b under_score",
            "תל אביב; תל–אביב", "תל-אביב; תל–אביב",
            "תלאביב; תל–אביב", "כ״ה; כ\"ה בכסלו", "כסלו; כ\"ה בכסלו", "בכסליו;", "ספרים;", "אלום;", "180;",
            "850;",
            "בית; בית ספר| בית־הספר החדש", "1.5;",
            "קיצו; \u2067הַקִּיצּוּץ\u2069 הוצע| דנו בקיצוץ הזה| וכשהקיצוץ יאושר",
            "קיצוץ; \u2067הַקִּיצּוּץ\u2069 הוצע| דנו בקיצוץ הזה| וכשהקיצוץ יאושר", "cut don't; Don’t cut it",
            "cutting cafe;"})
    void a_question_finds_these_texts_and_no_others(String question, String texts) {
        var expected = texts == null ? List.<String>of() : List.of(texts.split("\\| ", -1));
        assertThat(found(question)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "---", "־", "!?", "\"\"", "'", "''", "\\", "&", "|", "!", ":*",
            "()", "<->", "\u200f",
            "\u05b7", "'; drop table memory.record; --", "a' | 'b", "a\\", "x & !y", "\"unclosed", "%",
            "@person/P0", "\uD83D", "\t"})
    void whatever_is_typed_is_no_error(String typed) {
        for (var order : Order.values()) {
            assertThat(MEMORY.find(typed, null, order, 2)).hasSizeLessThan(ALL.size() / 2);
        }
        assertThat(Question.of(typed).marks("a b c")).hasSizeLessThan(3);
    }

    @Test
    void what_has_the_word_as_it_is_comes_first_then_behind_prefixes_then_where_it_is_begun() {
        var findings = new Findings();
        long begun = findings.text("קיצוצים רבים");
        long exact = findings.text("קיצוץ רוחבי");
        long far = findings.text("תקציבאי");
        long near = findings.text("בקיצוץ הזה");
        long later = findings.text("על קיצוץ אחר");
        assertThat(findings.find("קיצוץ")).containsExactly(later, exact, near, begun);
        assertThat(findings.find("קיצוץ", null, Order.BEST, 1)).containsExactly(later, exact, near, begun);
        assertThat(findings.find("קיצוץ", null, Order.OLDEST, 1)).containsExactly(begun, exact, near, later);
        assertThat(findings.find("קיצוץ", 3L, Order.BEST, 10)).containsExactly(exact, begun);
        assertThat(findings.find("הקיצוץ")).containsExactly(later, near, exact);
        assertThat(findings.find("תקציב")).containsExactly(far);
    }

    @Test
    void long_texts_and_long_words_are_found_whole() {
        var findings = new Findings();
        var words = new ArrayList<String>();
        for (int i = 0; words.stream().mapToInt(word -> word.length() + 1).sum() < 19_990; i++) {
            words.add("מ" + Integer.toString(i, 36) + "ת");
        }
        long longText = findings.text(String.join(" ", words));
        var longWord = "ק".repeat(19_999);
        long oneWord = findings.text(longWord + "א");
        findings.text(longWord + "ב");
        assertThat(findings.find(words.getLast())).containsExactly(longText);
        assertThat(findings.find(words.get(words.size() / 2))).containsExactly(longText);
        assertThat(findings.find(longWord + "א")).containsExactly(oneWord);
        assertThat(findings.find("קקקקקק")).hasSize(2);
    }
}
