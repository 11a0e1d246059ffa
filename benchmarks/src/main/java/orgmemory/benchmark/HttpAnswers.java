// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers off a connection; all but 200 are errors. */
final class HttpAnswers {

    private static final String REFUSED = "\"problem\":";

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean last;

    HttpAnswers(InputStream in) {
        this.in = in;
    }

    /** Reads an answer to its end. A batch is answered with 200 whatever becomes of its lines: one refused is an error. */
    void skip() throws IOException {
        var body = next();
        if (body.contains(REFUSED)) {
            throw new IOException(body);
        }
    }

    /** Whether the server answers nothing more on this connection. */
    boolean isLast() {
        return last;
    }

    /** The body of the next answer. */
    String next() throws IOException {
        var body = new ByteArrayOutputStream();
        read(body::write);
        return body.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface OutputTo {

        void write(byte[] bytes, int from, int length);
    }

    private void read(OutputTo body) throws IOException {
        var status = line();
        int length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:")) {
                chunked = name.endsWith("chunked");
            } else if (name.equals("connection: close")) {
                last = true;
            }
        }
        boolean taken = status.startsWith("HTTP/1.1 200");
        var refusal = new ByteArrayOutputStream();
        OutputTo target = taken ? body : refusal::write;
        if (chunked) {
            for (int size = chunk(); size > 0; size = chunk()) {
                take(size, target);
                line();
            }
            line();
        } else {
            take(length, target);
        }
        if (!taken) {
            throw new IOException(status + " " + refusal.toString(StandardCharsets.UTF_8));
        }
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private void take(int length, OutputTo target) throws IOException {
        for (int left = length; left > 0;) {
            fill();
            int part = Math.min(left, to - from);
            target.write(buffer, from, part);
            from += part;
            left -= part;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            fill();
            char next = (char) buffer[from++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
            if (to == 0) {
                throw new EOFException("The server has closed the connection");
            }
        }
    }
}
