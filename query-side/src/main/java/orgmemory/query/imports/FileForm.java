// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import orgmemory.message.Rejected;

/** What somebody hands in, told by how it begins: text that can be read on, or a file that was meant for other programs. */
public final class FileForm {

    /** So much of a file's beginning is looked at. */
    public static final int LOOKED_AT = 64 * 1024;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /** What files of others begin with, by the sentence that says what to do with them. */
    private static final Map<String, String> BEGINNINGS = Map.of("%PDF", "minutes", "{\\rtf", "minutes",
            "BEGIN:VCALENDAR", "calendar", "\u00d0\u00cf\u0011\u00e0", "office", "\u00ff\u00fe", "utf-16",
            "\u00fe\u00ff", "utf-16", "PK\u0003\u0004", "packed", "PK\u0005\u0006", "packed");

    private static final Map<String, String> ENDINGS = Map.of(".xlsx", "spreadsheet", ".xlsm", "spreadsheet",
            ".xls", "spreadsheet", ".ods", "spreadsheet", ".ics", "calendar", ".doc", "minutes", ".docx",
            "minutes", ".odt", "minutes", ".pdf", "minutes", ".rtf", "minutes");

    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<?xml", "<table", "<head",
            "<meta");

    private FileForm() {
    }

    public static boolean isGzip(byte[] beginning) {
        return startsWith(beginning, GZIP);
    }

    /** How many bytes stand before the text: those of a byte order mark. */
    static int mark(byte[] beginning) {
        return startsWith(beginning, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }

    /**
     * Refuses what is no text, saying what to hand in instead.
     *
     * @param beginning of the file, unpacked
     * @param name      of the file
     * @throws Rejected {@code import.file.…}
     */
    public static void refuseUnlessText(byte[] beginning, String name) {
        var looked = new String(beginning, 0, Math.min(beginning.length, LOOKED_AT),
                StandardCharsets.ISO_8859_1);
        var text = looked.substring(mark(beginning)).strip();
        if (text.isEmpty()) {
            throw refused("empty", name);
        }
        BEGINNINGS.forEach((bytes, form) -> {
            if (text.startsWith(bytes)) {
                throw refused(byName(name, looked, form), name);
            }
        });
        if (isGzip(beginning)) {
            throw refused("packed", name);
        }
        if (MARKUP.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith)) {
            throw refused("markup", name);
        }
        if (looked.indexOf('\0') >= 0) {
            throw refused(byName(name, looked, "binary"), name);
        }
    }

    private static String byName(String name, String looked, String otherwise) {
        if (looked.contains("opendocument.spreadsheet") || looked.contains("xl/work")) {
            return "spreadsheet";
        }
        if (looked.contains("opendocument.text") || looked.contains("word/")) {
            return "minutes";
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var found = ENDINGS.entrySet()
                .stream()
                .filter(ending -> lower.endsWith(ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
        return found.equals("office") ? "spreadsheet" : found;
    }

    static Rejected refused(String form, Object... arguments) {
        return new Rejected(Rejected.Kind.MALFORMED, "import.file." + form, arguments);
    }

    private static boolean startsWith(byte[] file, byte[] sign) {
        return file.length >= sign.length
                && Arrays.equals(file, 0, sign.length, sign, 0, sign.length);
    }
}
