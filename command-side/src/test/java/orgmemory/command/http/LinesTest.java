// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinesTest {

    @Test
    void lines_end_with_a_line_feed_or_the_input() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("a")).containsExactly("1 a");
        assertThat(read("a\nb\n")).containsExactly("1 a", "2 b");
        assertThat(read("a\n\nb")).containsExactly("1 a", "2 ", "3 b");
    }

    @Test
    void a_line_of_the_limit_passes_and_a_longer_one_is_skipped_to_its_end() throws IOException {
        int limit = 100_000;
        var whole = "x".repeat(limit);

        assertThat(read(whole + "\n" + whole + "x\nb", limit)).containsExactly("1 " + whole, "2 too long",
                "3 b");
        assertThat(read("x".repeat(300_000), limit)).containsExactly("1 too long");
    }

    private static List<String> read(String text) throws IOException {
        return read(text, 10);
    }

    private static List<String> read(String text, int limit) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
        var read = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + " "
                    + (line.tooLong() ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        return read;
    }
}
