// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import orgmemory.access.FormCheck;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file as a table of commands. Nothing is recorded here: whoever asked sends the commands of rows that are right. */
public final class TableImport {

    private static final JsonMapper CANONICAL = Json.mapper()
            .rebuild()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();
    private static final int SOURCE = 300;
    private static final int FILE_DIGITS = 12;
    private static final int ROW_DIGITS = 40;

    private final Sentences sentences;
    private final Problems problems;
    private final FormCheck form;

    /** @param form says of a command whether its fields are as they must be */
    public TableImport(Sentences sentences, Problems problems, FormCheck form) {
        this.sentences = sentences;
        this.problems = problems;
        this.form = form;
    }

    /**
     * A file as it was read.
     *
     * @param table   the table that it holds
     * @param mapping where each field comes from
     * @param rows    each row of the table
     */
    public record Reading(Table table, Mapping mapping, List<ReadRow> rows) {

        /** Rows that can be sent. */
        public List<ReadRow> right() {
            return rows.stream().filter(ReadRow::isRight).toList();
        }

        /** Rows with something wrong. */
        public List<ReadRow> wrong() {
            return rows.stream().filter(row -> !row.wrong().isEmpty()).toList();
        }

        /** Rows that stand for nothing of their own. */
        public List<ReadRow> leftOut() {
            return rows.stream().filter(row -> row.leftOut() != null).toList();
        }
    }

    /**
     * Unpacks a file that is packed, up to so many bytes.
     *
     * @throws Rejected where it is larger, or no such file
     */
    public static byte[] unpacked(byte[] file, String name, int most) {
        if (!FileForm.isGzip(file)) {
            return file;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(file))) {
            var bytes = unpacked.readNBytes(most + 1);
            if (bytes.length > most) {
                throw FileForm.refused("too-large", most);
            }
            return bytes;
        } catch (IOException damaged) {
            throw FileForm.refused("packed", name);
        }
    }

    /** The table of an unpacked file, before anything is mapped. */
    public Table table(byte[] file, String name, TableOptions options) {
        var fields = new FieldNames(sentences, ImportFields.of(options.command()));
        return new TableReader(text(file, name, options.charset()), header -> fields.knows(header)
                || options.columns().containsKey(header.strip()))
                .read(options.separator(), options.headerRow());
    }

    /** The mapping that the names of columns and what somebody said make. */
    public Mapping mapping(Table table, TableOptions options) {
        return Mapping.of(table, options, sentences);
    }

    /** The same, without what cannot be told for certain: somebody will look at it. Constants stand where no column does. */
    public Mapping suggested(Table table, TableOptions options, Map<String, String> constants) {
        return Mapping.suggested(table, options, sentences, constants);
    }

    /** Each row as a command, checked as far as it can be without deciding it. */
    public Reading read(Table table, Mapping mapping, String name, Locale language) {
        var source = name.length() <= SOURCE
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SOURCE / 2));
        var reader = new RowReader(table, mapping, sentences, language, source);
        var seen = new HashMap<String, Integer>();
        var rows = table.rows()
                .stream()
                .map(reader::read)
                .map(row -> checked(row, mapping, reader, language))
                .map(row -> keyed(row, mapping, name, seen))
                .toList();
        return new Reading(table, mapping, rows);
    }

    private static String text(byte[] file, String name, Charset charset) {
        FileForm.refuseUnlessText(file, name);
        return StrictText.of(file, charset);
    }

    private ReadRow checked(ReadRow row, Mapping mapping, RowReader reader, Locale language) {
        if (!row.isRight()) {
            return row;
        }
        try {
            form.check(mapping.command(), row.sent());
            return row;
        } catch (RuntimeException wrong) {
            var problem = problems.of(wrong, language);
            var findings = problem.errors()
                    .stream()
                    .map(error -> reader.called(error.field()) + " " + error.message())
                    .toList();
            return row.wrong(findings.isEmpty() ? List.of(problem.detail()) : findings);
        }
    }

    /**
     * The file's name and what the row says make its key, so that a file acts once however often it is loaded, and one that
     * was mended loads what is new in it. The second of two rows that are alike is another one.
     */
    private static ReadRow keyed(ReadRow row, Mapping mapping, String name, Map<String, Integer> seen) {
        if (row.body() == null) {
            return row;
        }
        var hash = hash(mapping.command() + CANONICAL.writeValueAsString(row.body()), ROW_DIGITS);
        int times = seen.merge(hash, 1, Integer::sum);
        var key = "table " + hash(name, FILE_DIGITS) + " " + hash + " " + times;
        return new ReadRow(row.number(), row.texts(), row.body(), key, row.wrong(), row.leftOut());
    }

    private static String hash(String text, int digits) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
