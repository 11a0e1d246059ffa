// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orgmemory.query.screen.PageServer;
import orgmemory.query.screen.Seen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that a keeper looks at stays, whatever they say of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportPagesTest {

    private static final Map<String, String> MAPPED = Map.of("command", "OpenArea", "charset", "utf-8",
            "amounts", "shekels", "column.name", "1", "column.areaId", "0", "text.type", "DOMAIN");

    @ParameterizedTest
    @CsvSource({"look,text.envelope.sourceRef,List {Colum},There is no column Colum",
            "record,text.envelope.sourceRef,List {Colum},There is no column Colum",
            "look,header,9,Row 9 is not there", "look,header,first,The header is named by the number",
            "record,separator,tab,No row is found that names the columns",
            "look,charset,windows-1255,The file is not windows-1255"})
    void a_slip_costs_neither_the_file_nor_the_mapping(String what, String field, String typed, String said) {
        var path = chosen();
        var form = new TreeMap<>(MAPPED);
        form.putAll(Map.of("do", what, field, typed));
        var again = send(path, form);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains(said);
        assertThat(again.html()).contains("action=\"" + path + "\"", "role=\"alert\"")
                .containsPattern("name=\"column.name\">(?s:(?!</select>).)*<option value=\"1\" selected");

        var mended = send(path, new TreeMap<>(MAPPED));
        assertThat(mended.status()).isEqualTo(200);
        assertThat(mended.text()).contains("2 rows can be recorded");
    }

    private static String chosen() {
        var file = "Code,Called\nA-1,Meals\nA-2,גן\n";
        var part = "--B\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        var body = part.formatted("command", "", "OpenArea")
                + part.formatted("file", "; filename=\"areas.csv\"\r\nContent-Type: text/csv", file)
                + "--B--\r\n";
        var shown = PageServer.full().post("/import", "MEM", "en", "multipart/form-data; boundary=B", body);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        var action = Pattern.compile("action=\"(/import/[0-9a-f-]{36})\"").matcher(shown.body());
        assertThat(action.find()).isTrue();
        return action.group(1);
    }

    private static Seen send(String path, Map<String, String> form) {
        return Seen.of(PageServer.full()
                .post(path, "MEM", form.entrySet()
                        .stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }
}
