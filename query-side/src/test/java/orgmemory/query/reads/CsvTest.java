// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvTest {

    @Test
    void it_opens_with_a_mark_that_it_is_utf_8() {
        assertThat(Csv.of(List.of("name"), List.of())).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void commas_quotes_and_line_ends_stay_inside_their_cell() {
        assertThat(lines(List.of("a,b", "say \"no\"", "two\nlines", "שלום")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",שלום\r\n");
    }

    @Test
    void what_a_spreadsheet_would_run_becomes_plain_text() {
        assertThat(lines(List.of("=1+1", "+cmd", "-cmd", "@sum", "\tx")))
                .isEqualTo("'=1+1,'+cmd,'-cmd,'@sum,'\tx\r\n");
    }

    @Test
    void numbers_stay_numbers() {
        assertThat(lines(List.of("-150", "+3", "-1.5", "12"))).isEqualTo("-150,+3,-1.5,12\r\n");
    }

    @Test
    void a_formula_behind_a_number_is_plain_text_too() {
        assertThat(lines(List.of("-1+cmd", "=-1"))).isEqualTo("'-1+cmd,'=-1\r\n");
    }

    private static String lines(List<String> row) {
        var text = new String(Csv.of(List.of("h"), List.of(row)), StandardCharsets.UTF_8);
        return text.substring("\uFEFFh\r\n".length());
    }
}
