// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import orgmemory.message.Rejected;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed is told like what is not: where it is too much, and where it is damaged. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFileTest {

    private static final int MOST = 100_000;

    @TempDir
    Path folder;

    @Test
    void a_file_is_read_up_to_so_many_bytes_packed_or_not() throws IOException {
        var whole = new byte[MOST];
        assertThat(file("a.csv", whole).bytes(MOST)).isEqualTo(whole);
        assertThat(file("a.csv.gz", packed(whole)).bytes(MOST)).isEqualTo(whole);

        var more = new byte[MOST + 1];
        assertThatRefused("import.cli.too-large", () -> file("a.csv", more).bytes(MOST));
        assertThatRefused("import.cli.too-large", () -> file("a.csv.gz", packed(more)).bytes(MOST));
        // A thousand times as much as its file: it is not unpacked to its end.
        assertThatRefused("import.cli.too-large",
                () -> file("a.csv.gz", packed(new byte[MOST * 100])).bytes(MOST));
    }

    @Test
    void a_packed_file_that_is_damaged_is_told_by_its_name() throws IOException {
        var right = packed(
                "{\"command\": \"RegisterBody\"}\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        for (var each : new byte[][] {changed(right, 20), changed(right, right.length - 6),
                Arrays.copyOf(right, right.length - 4), Arrays.copyOf(right, right.length / 2),
                Arrays.copyOf(right, 5)}) {
            assertThatRefused("import.file.packed", () -> file("a.csv.gz", each).bytes(MOST));
            assertThatRefused("import.file.packed", () -> file("a.jsonl.gz", each).lines());
        }
    }

    private static void assertThatRefused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments().getFirst().toString()).startsWith("a.").doesNotContain(".gz");
        });
    }

    private SourceFile file(String name, byte[] content) throws IOException {
        return new SourceFile(Files.write(folder.resolve(name), content));
    }

    private static byte[] changed(byte[] right, int at) {
        var changed = right.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(content);
        }
        return packed.toByteArray();
    }
}
