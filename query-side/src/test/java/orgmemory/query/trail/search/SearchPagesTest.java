// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.trail.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import orgmemory.query.memory.search.Question;
import orgmemory.query.screen.PageServer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchPagesTest {

    private static final Pattern RESULT = Pattern.compile("<li id=\"p(\\d+)\"");
    private static final Pattern MARK = Pattern.compile("<mark>(?:<bdi>)?([^<]*)");

    private static String search(String words, String more) {
        var text = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return PageServer.full().page("/search?text=" + text + more, "D4");
    }

    private static List<String> found(Pattern what, String page) {
        return what.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
    }

    @Test
    void a_name_is_found_in_both_spellings_and_marked_as_it_is_shown() {
        var latin = search("khoury", "");
        assertThat(found(RESULT, latin)).hasSizeGreaterThan(1)
                .isEqualTo(found(RESULT, search("ח'ורי", "")));
        assertThat(found(MARK, latin)).contains("Khoury");
        assertThat(found(MARK, search("ח׳ורי", ""))).contains("Rami Khoury");
    }

    @Test
    void nothing_found_and_nothing_asked_are_said_kindly() {
        assertThat(search("zzzzz", "")).contains("Nothing was found");
        assertThat(search("-- ־ \"", "")).contains("Nothing was found");
        assertThat(search(" ", "")).contains("Write a word").doesNotContain("No facts");
    }

    @Test
    void it_is_narrowed_and_ordered_as_the_log_is_and_holds_its_moment() {
        var all = found(RESULT, search("khoury", "&order=newest"));
        assertThat(all).isEqualTo(found(RESULT, search("khoury", "&order=oldest")).reversed());
        assertThat(found(RESULT, search("khoury", "&kind=people.person-registered"))).hasSize(1);
        assertThat(found(RESULT, search("khoury", "&knownOn=0"))).isEmpty();
        assertThat(PageServer.full().get("/search?text=a&from=soon", "D4", "en").statusCode()).isEqualTo(400);
    }

    @Test
    void places_of_a_long_text_are_shown_with_what_stands_around_them() {
        var text = "lead ".repeat(300) + "the קיצוּץ here " + "tail ".repeat(300) + "and הקיצוץ there "
                + "x ".repeat(99);
        var pieces = Snippets.of(text, Question.of("קיצוץ").marks(text));
        assertThat(pieces.stream().filter(Piece::found).map(Piece::text)).containsExactly("קיצוּץ", "הקיצוץ");
        var shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
        assertThat(shown).hasSizeLessThan(400)
                .startsWith(" … ")
                .endsWith(" … ")
                .contains("lead the קיצוּץ here tail");
        for (var part : shown.split(" … ", -1)) {
            assertThat(text).contains(part);
        }
        assertThat(Snippets.of(text, List.of())).isEmpty();
    }

    @Test
    void whatever_is_typed_stays_text() {
        assertThat(search("<b>khoury</b>\"", "")).contains("value=\"&lt;b&gt;khoury&lt;/b&gt;&quot;\"")
                .doesNotContain("<b>khoury");
    }
}
