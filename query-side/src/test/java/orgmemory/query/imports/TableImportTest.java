// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import orgmemory.access.Problems;
import orgmemory.access.Sentences;
import orgmemory.message.Rejected;
import orgmemory.query.imports.TableImport.Reading;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in the shapes in which they are published, and what is said of those that cannot be read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableImportTest {

    private static final Sentences SENTENCES = new Sentences();
    private static final TableOptions LINES = TableOptions.of("DraftBudgetLine")
            .withConstant("yearId", "BY2017");

    private final TableImport imports = new TableImport(SENTENCES, new Problems(SENTENCES),
            (command, body) -> {});

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void any_separator_is_found_and_titles_totals_and_repeated_headers_are_no_rows(String separator) {
        var reading = lines("""
                Municipality of Nahal Alon~~
                ~~
                Code~Budget line~Amount~
                A-1~Meals~"70,000"~
                ~~
                Code~Budget line~Amount~
                A-2~Care~1250.50~
                ~Total~"71,250.50"~
                """.replace("~", separator));
        assertThat(reading.table().separator()).isEqualTo(separator.charAt(0));
        assertThat(reading.table().headerRow()).isEqualTo(3);
        assertThat(reading.right()).extracting(ReadRow::number).containsExactly(4, 7);
        assertThat(reading.leftOut()).extracting(ReadRow::number).containsExactly(8);
        assertThat(reading.right().getFirst().sent()).hasToString("""
                {"yearId":"BY2017","lineId":"BY2017:A-1","title":"Meals","amountAgorot":7000000,\
                "envelope":{"attestation":"IMPORTED","sourceRef":"lines.csv","language":"en"}}""");
    }

    @Test
    void a_cell_may_hold_line_ends_and_rows_count_as_spreadsheets_show_them() {
        var reading = lines("קוד;שם הסעיף;סכום\nA-1;\"שתי\nשורות; ועוד \"\"אחת\"\"\";5\nA-2;ועד;לא סכום\n");
        assertThat(reading.right().getFirst().texts()).containsEntry("title", "שתי\nשורות; ועוד \"אחת\"");
        assertThat(reading.wrong()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.wrong())
                    .containsExactly("Amount is no amount that can be read for certain: “לא סכום”");
        });
    }

    @Test
    void an_amount_with_a_comma_outside_quotes_is_no_smaller_amount() {
        var reading = lines("code,title,amount\nA-1,Meals,70,000\nA-2,Care,12\n");
        assertThat(reading.right()).extracting(ReadRow::number).containsExactly(3);
        assertThat(reading.wrong().getFirst().wrong().getFirst()).contains("4 cells", "names 3");
    }

    @Test
    void columns_that_cannot_be_told_apart_are_asked_for() {
        refused("import.map.two-columns", "code,title,amount,amount\nA,B,1,2\n", LINES);
        var reading = read("code,title,amount,amount\nA,B,1,2\n",
                LINES.withColumn("amount#2", "amountAgorot"));
        assertThat(reading.right().getFirst().sent().path("amountAgorot").longValue()).isEqualTo(200);
    }

    @Test
    void a_field_has_one_column_and_one_text_whoever_names_them() {
        var twice = "code,title,draft,final\nA,B,1,2\n";
        refused("import.map.two-columns", twice,
                LINES.withColumn("draft", "amountAgorot").withColumn("final", "amountAgorot"));
        refused("import.map.two-texts", twice, LINES.withColumn("final", "amountAgorot")
                .withConstant("occurredOn", "1.2.2017")
                .withConstant("envelope.occurredOn", "2.2.2017"));
        var once = read(twice,
                LINES.withColumn("final", "amountAgorot").withColumn("#4", "amountAgorot"));
        assertThat(once.right().getFirst().sent().path("amountAgorot").longValue()).isEqualTo(200);
    }

    @Test
    void a_header_that_begins_like_an_archive_is_text_all_the_same() {
        assertThat(lines("PK_ID,code,title,amount\n1,A,B,2\n").right()).hasSize(1);
    }

    @Test
    void thousands_are_never_taken_for_shekels() {
        var table = "קוד,שם,תקציב באלפי ש\"ח\nA,ב,12\n".replace("\"ח", "״ח");
        refused("import.map.unit", table, LINES);
        var reading = read(table, LINES.with("amounts", "thousands"));
        assertThat(reading.right().getFirst().sent().path("amountAgorot").longValue()).isEqualTo(1_200_000);
    }

    @Test
    void a_mapping_names_columns_constants_and_how_the_file_is_written() {
        var options = TableOptions
                .read("""
                        {"command": "DraftBudgetLine", "separator": ";", "charset": "windows-1255", "header": 2,
                         "amounts": "agorot", "columns": {"מה": "title", "#3": "amountAgorot"},
                         "constants": {"yearId": "BY2017", "lineId": "BY2017:{מזהה}-{row}", "occurredOn": "1.2.2017"}}"""
                        .getBytes(StandardCharsets.UTF_8));
        var file = "כותרת\nמזהה;מה;כמה\n7;שלום;1,250\n".getBytes(Charset.forName("windows-1255"));
        var table = imports.table(file, "t.csv", options);
        var reading = imports.read(table, imports.mapping(table, options), "t.csv", Sentences.ENGLISH);
        assertThat(reading.right()).singleElement().satisfies(row -> assertThat(row.sent()).hasToString("""
                {"yearId":"BY2017","lineId":"BY2017:7-3","title":"שלום","amountAgorot":1250,"envelope":{\
                "occurredOn":"2017-02-01","attestation":"IMPORTED","sourceRef":"t.csv","language":"he"}}"""));
    }

    @ParameterizedTest
    @CsvSource({"01/02/2017,2017-02-01", "1.2.2017,2017-02-01", "2017-02-01,2017-02-01",
            "1-2-2017,2017-02-01",
            "31/02/2017,", "1/2/17,", "12/31/2017,"})
    void days_are_read_day_first(String typed, String day) {
        assertThat(Days.of(typed).map(Object::toString).orElse(null)).isEqualTo(day);
    }

    @Test
    void a_row_has_one_key_however_the_file_is_ordered_and_twins_have_two() {
        var once = keys("name\nDana\nDana\nNoa\n");
        assertThat(once).doesNotHaveDuplicates().hasSize(3);
        assertThat(keys("name\nNoa\nDana\nDana\n")).containsExactlyInAnyOrderElementsOf(once);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a.xlsx | PK\u0003\u0004..xl/workbook.xml | spreadsheet",
            "a.docx | PK\u0003\u0004 word/document.xml | minutes", "a.zip | `PK\u0003\u0004` | packed",
            "a.zip | `PK\u0005\u0006` | packed",
            "a.csv | PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet | spreadsheet",
            "a.pdf | %PDF-1.7 | minutes", "a.ics | BEGIN:VCALENDAR | calendar",
            "a.xls | <html><table> | markup",
            "a.xls | \u00d0\u00cf\u0011\u00e0 | spreadsheet", "a.doc | \u00d0\u00cf\u0011\u00e0 | minutes",
            "a.csv | ` ` | empty", "a.rtf | {\\rtf1 | minutes", "a.csv | \u00ff\u00feq | utf-16"})
    void what_is_no_table_is_answered_with_what_to_hand_in(String name, String beginning, String form) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> FileForm.refuseUnlessText(beginning.getBytes(StandardCharsets.ISO_8859_1),
                        name))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("import.file." + form));
    }

    @Test
    void minutes_in_plain_text_are_no_table() {
        refused("import.table.none", "פרוטוקול ישיבה מס' 4\nנכחו: דנה ונועה\nהוחלט לקצץ.\n", LINES);
    }

    @Test
    void the_first_byte_that_is_not_utf_8_is_named() {
        var file = "code,title\nA-1,קפה\n".getBytes(Charset.forName("windows-1255"));
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> imports.table(file, "t.csv", LINES))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("import.file.not-utf-8");
                    assertThat(refusal.arguments()).startsWith("2", "15");
                });
    }

    @Test
    void a_packed_table_is_unpacked_but_not_without_end() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(new byte[5_000]);
        }
        assertThat(TableImport.unpacked(packed.toByteArray(), "a.csv", 5_000)).hasSize(5_000);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> TableImport.unpacked(packed.toByteArray(), "a.csv", 4_999));
    }

    private List<String> keys(String file) {
        return read(file, TableOptions.of("RegisterPerson")).right().stream().map(ReadRow::key).toList();
    }

    private void refused(String code, String file, TableOptions options) {
        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> read(file, options))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Reading lines(String file) {
        return read(file, LINES);
    }

    private Reading read(String file, TableOptions options) {
        var table = imports.table(file.getBytes(StandardCharsets.UTF_8), "lines.csv", options);
        return imports.read(table, imports.mapping(table, options), "lines.csv", Sentences.ENGLISH);
    }
}
