// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import orgmemory.access.HttpProblem;
import orgmemory.access.Sentences;
import orgmemory.query.memory.BitemporalPoint;
import orgmemory.query.screen.Page;
import orgmemory.query.screen.table.TableColumn.Word;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TableFilesTest {

    /** A row: a number that nobody has twice, a name and an amount. */
    record Item(long number, String name, long agorot) {
    }

    private static final PageTable<Item> TABLE = PageTable.<Item>of("items", "rounds.",
            item -> "i" + item.number(), TableColumn.number("id", Item::number),
            TableColumn.text("round", Item::name), TableColumn.amount("gap", Item::agorot));

    private static final List<Item> ITEMS = List.of(new Item(1, "בית", -500), new Item(2, "אדמה", 300),
            new Item(3, "בית", 300), new Item(4, "Zebra", 0), new Item(5, "apple", 7));

    @SuppressWarnings("NullAway") // Nothing in these tables is a thing with a name.
    private static final Tables TABLES = new Tables(null, new Sentences());

    private static Page page(String query, String language) {
        return new Page("/items", query, Locale.of(language), "auto", null,
                new BitemporalPoint(LocalDate.of(2016, 11, 25), 431L), LocalDate.of(2016, 12, 20),
                LocalDate.of(2016, 11, 25), "2016-12-01", false, Optional.empty(), 500);
    }

    private static void send(Stream<Item> rows, String format, MockHttpServletResponse response)
            throws Exception {
        new TableFiles(TABLES, new ResourceUrlProvider()).send(
                new TableFile<>(TABLE, Word.of("rounds.title"), null, Map.of(), rows),
                page("format=" + format, "en"), response);
    }

    @ParameterizedTest
    @CsvSource({"csv", "json"})
    void the_first_bytes_have_left_before_the_last_row_is_read(String format) throws Exception {
        var response = new MockHttpServletResponse();
        var rows = IntStream.range(0, 10_000).mapToObj(i -> {
            if (i == 9_000) {
                assertThat(response.isCommitted()).isTrue();
                assertThat(content(response)).contains("Cut rounds");
            }
            return new Item(i, "x", i);
        });
        send(rows, format, response);
        assertThat(content(response)).contains("9999");
    }

    @Test
    void what_goes_wrong_after_the_first_rows_leaves_no_file_that_looks_whole() {
        var response = new MockHttpServletResponse();
        var rows = Stream.iterate(0, i -> i + 1).map(i -> {
            if (i == 300) {
                throw new IllegalStateException("the database has gone");
            }
            return new Item(i, "x", i);
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> send(rows, "json", response));
        assertThat(content(response)).doesNotEndWith("}");
    }

    @Test
    void the_name_and_the_first_lines_say_of_when_it_is() throws Exception {
        var response = new MockHttpServletResponse();
        send(Stream.of(new Item(1, "=1+1", -150)), "csv", response);
        assertThat(response.getHeader("Content-Disposition"))
                .contains("items_2016-11-25_known-2016-12-01_p431.csv");
        assertThat(content(response).lines()).containsExactly("\uFEFF# Cut rounds", "# As of,2016-11-25",
                "# Known on,2016-12-01", "# Position in the record,431", "ID,Round,Gap (ILS)",
                "1,'=1+1,-1.5");
    }

    @Test
    void a_page_to_print_says_of_when_it_is_and_how_many_rows_it_has() throws Exception {
        var response = new MockHttpServletResponse();
        send(Stream.of(new Item(1, "<b>", -150), new Item(2, "x", 0)), "print", response);
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(content(response))
                .contains("<h1>Cut rounds</h1>", "As of: <bdi>25 November 2016</bdi>", "&lt;b&gt;",
                        "2 rows")
                .endsWith("</html>\n");
    }

    @ParameterizedTest
    @CsvSource({"round,he,5 4 2 1 3", "-round,he,1 3 2 4 5", "round,en,5 4 2 1 3", "-round,en,1 3 2 4 5",
            "gap,he,1 4 5 2 3", "-gap,he,2 3 5 4 1", "id,en,1 2 3 4 5", "-id,en,5 4 3 2 1"})
    void each_heading_sorts_both_ways_and_what_is_alike_stays_as_it_came(String sort, String language,
            String expected) {
        var sorted = TABLES.sorted(TABLE, ITEMS, page("sort=" + sort, language));
        assertThat(String.join(" ", sorted.stream().map(item -> Long.toString(item.number())).toList()))
                .isEqualTo(expected);
    }

    @Test
    void a_heading_turns_the_order_round_and_keeps_what_else_the_address_says() {
        var table = TABLES.of(TABLE, ITEMS, page("asOf=2016-11-25&sort=gap&cursor=7&text=a%26b", "en"));
        assertThat(table.headings()).extracting(RenderedTable.Heading::sorted)
                .containsExactly(null, null, "ascending");
        assertThat(table.headings().getLast().link())
                .isEqualTo("/items?asOf=2016-11-25&text=a%26b&sort=-gap#t-items");
        assertThat(table.headings().getFirst().link()).contains("sort=id").doesNotContain("cursor");
    }

    @Test
    void there_is_no_order_and_no_form_that_nobody_knows() {
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> TABLES.sorted(TABLE, ITEMS, page("sort=colour", "en")));
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> send(Stream.of(), "pdf", new MockHttpServletResponse()));
    }

    private static String content(MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
