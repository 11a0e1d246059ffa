// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import orgmemory.message.Rejected;

/** Makes text of bytes without replacing any: the first that is wrong is named by its line and its place in the file. */
public final class StrictText {

    /** The encodings that are taken, by the names people give them. */
    private static final List<String> TAKEN = List.of("utf-8", "utf8", "windows-1255", "cp1255", "1255");

    private static final Charset WINDOWS_1255 = Charset.forName("windows-1255");
    private static final int PIECE = 64 * 1024;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final Charset charset;
    private long line = 1;
    private long before;

    private StrictText(InputStream source, Charset charset) {
        this.source = source;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding of that name; refused where it is none that is taken. */
    public static Charset charset(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        if (!TAKEN.contains(lower)) {
            throw FileForm.refused("charset", name);
        }
        return lower.startsWith("utf") ? StandardCharsets.UTF_8 : WINDOWS_1255;
    }

    /** The text of the bytes, without a byte order mark. */
    static String of(byte[] bytes, Charset charset) {
        var text = new StringBuilder(bytes.length);
        try {
            new StrictText(new ByteArrayInputStream(bytes), charset).read(text::append);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text.toString();
    }

    /**
     * Reads to the end, and keeps nothing.
     *
     * @throws Rejected {@code import.file.not-utf-8} or {@code import.file.not-of-charset}, where bytes are wrong
     */
    public static void check(InputStream source, Charset charset) throws IOException {
        new StrictText(source, charset).read(text -> {});
    }

    private void read(Consumer<CharBuffer> to) throws IOException {
        var bytes = ByteBuffer.allocate(PIECE);
        var chars = CharBuffer.allocate(PIECE);
        boolean ended = false;
        while (!ended) {
            int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            var result = decoder.decode(bytes, chars, ended);
            count(bytes);
            if (result.isError()) {
                throw wrong();
            }
            to.accept(chars.flip());
            chars.clear();
            bytes.compact();
        }
    }

    /** Counts what has been decoded of the buffer. In both encodings a line ends with the same byte. */
    private void count(ByteBuffer bytes) {
        for (int i = 0; i < bytes.position(); i++) {
            if (bytes.get(i) == '\n') {
                line++;
            }
        }
        before += bytes.position();
    }

    private Rejected wrong() {
        var code = charset.equals(StandardCharsets.UTF_8) ? "not-utf-8" : "not-of-charset";
        return FileForm.refused(code, Long.toString(line), Long.toString(before), charset.name());
    }
}
