// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.query.budget.Autumn;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the memory gives away as a table, it takes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OurOwnFilesTest {

    private static final Sentences SENTENCES = new Sentences();

    @Test
    void the_file_of_a_years_lines_is_read_again_amount_for_amount() {
        var file = Autumn.get("AUD", "en", "/lines?yearId=BY2017&format=csv").html();
        var imports = new TableImport(SENTENCES, new Problems(SENTENCES), (command, body) -> {});
        var options = TableOptions.of("DraftBudgetLine")
                .withConstant("yearId", "BY2017")
                .withColumn("ID", "lineId")
                .withColumn("Line", "title")
                .withColumn("Draft (ILS)", "amountAgorot");
        var table = imports.table(file.getBytes(UTF_8), "lines.csv", options);
        var reading = imports.read(table, imports.mapping(table, options), "lines.csv", Sentences.ENGLISH);

        assertThat(reading.wrong()).isEmpty();
        assertThat(reading.right()).hasSizeGreaterThan(10).anySatisfy(row -> {
            assertThat(row.sent().path("lineId").asString()).isEqualTo("BY2017:D1");
            assertThat(row.sent().path("title").asString()).isEqualTo("Line of D1");
            assertThat(row.sent().path("amountAgorot").asLong()).isEqualTo(265_000_000);
        });
    }
}
