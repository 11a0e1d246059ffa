// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page is made once of everything and once of nothing, in both languages, at several moments. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPageTest {

    private static final List<String> LISTS = List.of("/", "/rounds", "/due", "/lines", "/people", "/log",
            "/log?text=thirty&kind=budget&actor=person/D4&order=oldest",
            "/log?from=x&to=2016-11-30&subject=D4",
            "/search", "/search?text=khoury", "/search?text=thirty&order=newest&kind=budget",
            "/search?text=--",
            "/search?text=a&from=x",
            "/people?do=RegisterPerson", "/people?do=AppointManager", "/people?do=GrantRole",
            "/people?do=OpenArea", "/consultations", "/consultations?do=OpenConsultation",
            "/consultations?do=RecordConsultation", "/groups", "/groups?do=ProposeLearningGroup");

    static Stream<String> pages() {
        var own = Stream.of("/rounds/CR-2017-1", "/rounds/CR-2017-1?do=ProposeBudgetCut", "/lines/BY2017:D4",
                "/lines/BY2017:LONG", "/people/D4", "/people/LONG", "/areas/D4", "/areas/LONG",
                "/consultations/C-07",
                "/consultations/C-07?do=LinkConsultation", "/consultations/C-08",
                "/consultations/C-08?do=GiveAdvice", "/consultations/C-09", "/consultations/C-10",
                "/groups/LG-1", "/groups/LG-1?do=AgreeGroupCharter", "/groups/LG-1?do=RotateLead",
                "/groups/LG-3", "/groups/LG-4", "/groups/LG-2",
                "/groups/LG-2?do=JoinLearningGroup",
                "/trail/cut/C-LATE",
                "/trail/cut/C-NEVER", "/trail/cut/C-LATE?fromKnownOn=2016-12-15",
                "/trail/round/CR-2017-1?from=2016-11-01", "/trail/line/BY2017:LONG");
        var trails = Everything.subjects().stream().map(subject -> "/trail/" + subject);
        return Stream.of(LISTS.stream(), own, trails).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_full_memory_fills_it(String path) {
        for (var person : List.of("MEM", "D4")) {
            isWhole(PageServer.full(), path, person);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_is_there_for_every_moment(String path) {
        var and = path.contains("?") ? "&" : "?";
        for (var moment : List.of("asOf=2016-11-10", "knownOn=2016-12-15", "knownOn=0")) {
            var answer = PageServer.full().get(path + and + moment, "D4", "he");
            assertThat(answer.statusCode()).as(path + and + moment).isIn(200, 400, 404);
            assertThat(answer.body()).doesNotContain("??").contains("<html");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rounds", "/lines", "/people", "/consultations", "/groups", "/log",
            "/log?text=x",
            "/search",
            "/search?text=x", "/people?do=RegisterPerson"})
    void an_empty_memory_leaves_it_with_something_to_say(String path) {
        for (var person : List.of("MEM", "D4")) {
            isWhole(PageServer.empty(), path, person);
        }
    }

    private static void isWhole(PageServer server, String path, String person) {
        for (var language : List.of("he", "en")) {
            var answer = server.get(path, person, language);
            assertThat(answer.statusCode()).as(path).isEqualTo(path.contains("from=x") ? 400 : 200);
            assertThat(answer.body()).as(path)
                    .contains("lang=\"" + language + "\"", "dir=\"" + (language.equals("he") ? "rtl" : "ltr"))
                    .contains("</html>")
                    .doesNotContain("??", "&lt;amountAgorot&gt;", "orgmemory.", "<b>two</b>");
        }
    }
}
