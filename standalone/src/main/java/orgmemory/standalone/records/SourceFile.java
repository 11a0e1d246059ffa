// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.records;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
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

    byte[] bytes() throws IOException {
        try (var in = open()) {
            return in.readAllBytes();
        }
    }

    /** The lines of a file of JSON Lines; refused where it is anything else, or not UTF-8 from its first to its last byte. */
    BufferedReader lines() throws IOException {
        try (var in = open()) {
            var beginning = in.readNBytes(FileForm.LOOKED_AT);
            FileForm.refuseUnlessText(beginning, name());
            if (!startsAsJson(beginning)) {
                throw new Rejected(Rejected.Kind.MALFORMED, "import.file.no-records", name());
            }
        }
        try (var in = open()) {
            StrictText.check(in, StandardCharsets.UTF_8);
        }
        var reader = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
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
