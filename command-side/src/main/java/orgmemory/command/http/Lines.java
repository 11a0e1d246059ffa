// SPDX-License-Identifier: Apache-2.0
package orgmemory.command.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of limited length. One that is longer is read to its end and thrown away. */
final class Lines {

    /** A line without its end; of one that is too long there is nothing but its number. */
    static final class Line {

        private final int number;
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(int number, byte[] bytes, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        /** Counts from 1. */
        int number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            return !tooLong && new String(bytes, StandardCharsets.UTF_8).isBlank();
        }
    }

    private final InputStream source;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int number;

    Lines(InputStream source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong = tooLong || line.size() + end - from > limit;
            if (!tooLong) {
                line.write(buffer, from, end - from);
            }
            boolean ended = end < to;
            from = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        return any ? new Line(++number, tooLong ? new byte[0] : line.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, source.read(buffer));
        }
        return from < to;
    }
}
