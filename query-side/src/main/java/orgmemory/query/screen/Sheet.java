// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import orgmemory.query.reads.Csv;

/**
 * What a page shows, as a sheet to take away. A handler of the page's address with {@code params = "format=csv"} answers it.
 *
 * @param name of the file, without what follows the dot
 */
public record Sheet(String name, List<String> header, List<List<String>> rows) {

    /** The sheet as a file. */
    public ResponseEntity<byte[]> answer() {
        var file = ContentDisposition.attachment().filename(name + ".csv", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(Csv.of(header, rows.stream().map(Sheet::plain).toList()));
    }

    /** Without the marks that keep directions apart on pages: programs would take them for letters. */
    private static List<String> plain(List<String> row) {
        return row.stream().map(cell -> cell.replaceAll("[\u2066-\u2069]", "")).toList();
    }
}
