// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orgmemory.access.account.Admission;
import orgmemory.journal.Journal;
import orgmemory.standalone.records.ImportRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables in shapes that municipalities publish, taken over on a keeper's page and by {@code ./memory import}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTablesTest {

    private static final Pattern ID = Pattern.compile("action=\"/import/([0-9a-f-]{36})\"");

    @TempDir
    static Path data;

    private static RunningMemory memory;
    private static Visitor keeper;
    private static String token;

    @BeforeAll
    static void open() {
        memory = RunningMemory.start(data);
        keeper = new Visitor(memory.address());
        token = keeper.becomeFirstKeeper(
                "/welcome/" + memory.bean(Admission.class).inviteFirstKeeper().orElseThrow(), "Ruth");
        memory.taken(token, "OpenBudgetYear",
                "{\"yearId\": \"BY2017\", \"from\": \"2017-01-01\", \"to\": \"2017-12-31\"}");
    }

    @AfterAll
    static void close() {
        memory.close();
    }

    /**
     * A file and what must come of it.
     *
     * @param said    how it is written and what stands in none of its columns
     * @param taken   rows that are recorded
     * @param refused rows that cannot be, as spreadsheets count them
     * @param states  a state and a text that it holds
     */
    record Given(String file, String command, Map<String, String> said, int taken, List<Integer> refused,
            Map<String, String> states) {

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Given> files() {
        return Stream.of(
                new Given("budget-book-1255.csv", "DraftBudgetLine",
                        Map.of("charset", "windows-1255", "yearId", "BY2017", "occurredOn", "2017-01-01"), 5,
                        List.of(11, 12),
                        Map.of("BudgetLines/BY2017:1611000-110", "\"draftAgorot\":125050050",
                                "BudgetLines/BY2017:1821000-930", "תרבות \\\"לכל\\\" בשכונות")),
                new Given("budget-lines.tsv", "DraftBudgetLine",
                        Map.of("yearId", "BY2017", "occurredOn", "2017-01-01"), 4, List.of(10),
                        Map.of("BudgetLines/BY2017:EDU-02", "\"draftAgorot\":86050050",
                                "BudgetLines/BY2017:WEL-02", "\"draftAgorot\":125000000")),
                new Given("areas.csv", "OpenArea", Map.of("areaId", "{קוד}"), 4, List.of(6, 7),
                        Map.of("Areas/A-02", "גנים ונוף (\\\"הירוק\\\")", "Areas/A-04", "PROJECT")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_table_is_taken_over_on_the_page_and_once_only(Given given) {
        var shown = look(given);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains(given.taken() + " rows can be recorded, " + given.refused().size());
        long before = head();
        var done = record(given, shown);
        assertThat(done.body()).contains(given.taken() + " rows were recorded or had been before, "
                + given.refused().size() + " refused");
        assertThat(head()).isEqualTo(before + given.taken());
        given.states()
                .forEach((state, text) -> assertThat(memory.state(token, "/api/views/" + state).toString())
                        .contains(text));

        assertThat(record(given, look(given)).statusCode()).isEqualTo(200);
        var console = new ByteArrayOutputStream();
        assertThat(load(given, console)).isEqualTo(1);
        assertThat(console.toString(StandardCharsets.UTF_8)).contains(given.taken() + " recorded")
                .contains(given.refused().stream().map(row -> "Row " + row + ": ").toList());
        assertThat(head()).as("loading again, and by the other way, records nothing")
                .isEqualTo(before + given.taken());
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_rehearsal_shows_the_commands_and_records_nothing(Given given) {
        long before = head();
        var console = new ByteArrayOutputStream();
        load(given, console, "--dry-run");
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("\"command\":\"" + given.command() + "\"", given.taken() + " would be sent");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_file_that_is_not_utf_8_records_nothing() throws IOException {
        long before = head();
        var file = data.resolve("mixed.jsonl");
        var line = "{\"command\": \"RegisterBody\", \"body\": {\"bodyId\": \"b%d\", \"name\": \"%s\"}}\n";
        Files.write(file, (line.formatted(1, "Board") + line.formatted(2, "caf\u00e9"))
                .getBytes(StandardCharsets.ISO_8859_1));
        var console = new ByteArrayOutputStream();
        assertThat(run(console, file.toString())).isEqualTo(1);
        int at = line.formatted(1, "Board").length() + line.formatted(2, "caf").indexOf("caf") + 3;
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("line 2, at byte " + at,
                "Nothing was recorded");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void what_is_no_record_is_answered_in_words_on_the_page_and_on_the_console() throws IOException {
        var files = Map.of("plan.xlsx", "PK\u0003\u0004xl/workbook.xml", "days.ics", "BEGIN:VCALENDAR",
                "m.pdf",
                "%PDF-1.7", "empty.csv", "", "minutes.txt", "We met on Monday\nand agreed.\n");
        for (var file : files.entrySet()) {
            var path = Files.writeString(data.resolve(file.getKey()), file.getValue());
            var console = new ByteArrayOutputStream();
            assertThat(run(console, path.toString())).as(file.getKey()).isEqualTo(1);
            assertThat(console.toString(StandardCharsets.UTF_8)).contains("Nothing was recorded");
            keeper.get("/import");
            var answer = keeper.upload("/import", file.getKey(),
                    file.getValue().getBytes(StandardCharsets.UTF_8), "command", "DraftBudgetLine");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("err-sum");
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_others_never_see_the_page() {
        keeper.get("/import");
        assertThat(keeper.upload("/import", "a.csv", new byte[4_500_000], "command", "OpenArea").statusCode())
                .isEqualTo(413);
        assertThat(new Visitor(memory.address()).get("/import").statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> look(Given given) {
        keeper.get("/import");
        var settings = new ArrayList<>(List.of("command", given.command()));
        given.said().forEach((name, value) -> {
            if (name.equals("charset")) {
                settings.addAll(List.of(name, value));
            }
        });
        var chosen = keeper.upload("/import", given.file(), bytes(given), settings.toArray(String[]::new));
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        return keeper.post("/import/" + id(chosen), form(given, chosen, "look"));
    }

    private static HttpResponse<String> record(Given given, HttpResponse<String> shown) {
        var sent = keeper.post("/import/" + id(shown), form(given, shown, "record"));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return keeper.get("/import/" + id(shown));
    }

    /** The page's form as it stands there, with the texts that are said for all rows. */
    private static String[] form(Given given, HttpResponse<String> page, String what) {
        var fields = new HashMap<String, String>();
        Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?</select>", Pattern.DOTALL)
                .matcher(page.body())
                .results()
                .forEach(select -> Pattern.compile("value=\"([^\"]*)\" selected")
                        .matcher(select.group())
                        .results()
                        .forEach(option -> fields.put(select.group(1), option.group(1))));
        Pattern.compile("name=\"(text\\.[^\"]+)\" value=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .forEach(input -> fields.put(input.group(1), input.group(2)));
        given.said()
                .forEach((name, value) -> fields.put(
                        name.equals("charset")
                                ? name
                                : name.equals("occurredOn") ? "text.envelope." + name : "text." + name,
                        value));
        fields.put("do", what);
        return fields.entrySet()
                .stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String id(HttpResponse<String> page) {
        var found = ID.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static int load(Given given, ByteArrayOutputStream console, String... more) {
        var file = data.resolve(given.file());
        try {
            Files.write(file, bytes(given));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var arguments = new ArrayList<>(List.of(file.toString(), "--command=" + given.command()));
        arguments.addAll(List.of(more));
        given.said()
                .forEach((name, value) -> arguments
                        .add(name.equals("charset") ? "--charset=" + value : "--set=" + name + "=" + value));
        return run(console, arguments.toArray(String[]::new));
    }

    private static int run(ByteArrayOutputStream console, String... arguments) {
        var all = Stream.concat(Stream.of(arguments),
                Stream.of("--to=" + memory.address(), "--token=" + token));
        return ImportRecords.run(all.toArray(String[]::new),
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private static long head() {
        return memory.bean(Journal.class).head();
    }

    private static byte[] bytes(Given given) {
        try (var in = ImportTablesTest.class.getResourceAsStream("imports/" + given.file())) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
