// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import orgmemory.message.Rejected;
import orgmemory.query.imports.FileForm;
import orgmemory.query.imports.StrictText;

/** A file of records, packed or not. It is looked at to its end before anything of it is sent. */
final class SourceFile {

    private final Path path;

    SourceFile(Path path) {
        this.path = path;
    }

    /** Its name, without what says that it is packed. */
    String name() {
        return path.getFileName().toString().replaceFirst("\\.gz$", "");
    }

    /** All of it, unpacked; refused where that is more than so many bytes, however few they are packed, or damaged. */
    byte[] bytes(int most) throws IOException {
        try (var in = open()) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw refused("import.cli.too-large", name(), most);
            }
            return bytes;
        } catch (ZipException | EOFException damaged) {
            throw refused("import.file.packed", name());
        }
    }

    /** The lines of a file of JSON Lines; refused where it is anything else, or not UTF-8 from its first to its last byte. */
    BufferedReader lines() throws IOException {
        try {
            refuseUnlessLines();
        } catch (ZipException | EOFException damaged) {
            throw refused("import.file.packed", name());
        }
        var reader = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void refuseUnlessLines() throws IOException {
        try (var in = open()) {
            var beginning = in.readNBytes(FileForm.LOOKED_AT);
            FileForm.refuseUnlessText(beginning, name());
            if (!startsAsJson(beginning)) {
                throw refused("import.file.no-records", name());
            }
        }
        try (var in = open()) {
            StrictText.check(in, StandardCharsets.UTF_8);
        }
    }

    private static Rejected refused(String code, Object... arguments) {
        return new Rejected(Rejected.Kind.MALFORMED, code, arguments);
    }

    private static boolean startsAsJson(byte[] beginning) {
        var text = new String(beginning, StandardCharsets.UTF_8);
        var bare = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        return bare.startsWith("{");
    }

    private InputStream open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(path));
        bytes.mark(2);
        boolean packed = FileForm.isGzip(bytes.readNBytes(2));
        bytes.reset();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }
}
