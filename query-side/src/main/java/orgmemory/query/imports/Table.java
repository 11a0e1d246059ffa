// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.imports;

import java.util.List;

/**
 * A table as it stands in a file.
 *
 * @param separator what stands between its cells
 * @param headerRow the row that names the columns; rows count from 1, as spreadsheets show them
 * @param header    what it calls them, each once: the second of two that are called the same has {@code #2} behind it
 * @param rows      those below it that hold anything, without headers that are repeated
 */
public record Table(char separator, int headerRow, List<String> header, List<Row> rows) {

    /**
     * A row.
     *
     * @param number as spreadsheets show it; line ends inside cells do not count
     * @param cells  as many as the header has, at least
     */
    public record Row(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The cell; empty where the row ends before it. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
