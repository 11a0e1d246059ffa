// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerSpoolTest {

    @Test
    void answers_come_out_in_order_from_memory_and_file() throws Exception {
        var read = new ByteArrayOutputStream();
        try (var spool = new AnswerSpool(64)) {
            IntStream.range(0, 10_000).forEach(number -> add(spool, number));
            var reader = Thread.ofVirtual().start(() -> spool.writeTo(read));
            IntStream.range(10_000, 30_000).forEach(number -> add(spool, number));
            spool.end();
            reader.join();
            assertThat(spool.isGone()).isFalse();
        }
        assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo(IntStream.range(0, 30_000)
                .mapToObj(number -> number + "\n")
                .collect(Collectors.joining()));
    }

    @Test
    void who_no_longer_reads_is_gone_and_nothing_more_is_kept() throws Exception {
        var lost = new CountDownLatch(1);
        try (var spool = new AnswerSpool(64)) {
            add(spool, 1);
            spool.writeTo(new OutputStream() {

                @Override
                public void write(int value) throws IOException {
                    lost.countDown();
                    throw new IOException("gone");
                }
            });
            assertThat(lost.getCount()).isZero();
            assertThat(spool.isGone()).isTrue();
            add(spool, 2);
            spool.writeTo(OutputStream.nullOutputStream());
        }
    }

    private static void add(AnswerSpool spool, int number) {
        try {
            spool.add((number + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }
}
