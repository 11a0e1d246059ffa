// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.screen.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orgmemory.query.screen.description.Part;

/**
 * A table as its page writes it, in words.
 *
 * @param foot what the rows come to; null where nothing is summed
 * @param why  whether rows lead to what brought them about
 */
public record RenderedTable(String id, List<Heading> headings, List<Row> rows, @Nullable Foot foot,
        boolean why) {

    /**
     * What a column is called.
     *
     * @param link   sorts by it, the other way round where it is sorted so; null where it cannot be
     * @param sorted {@code ascending} or {@code descending}; null where it is not
     */
    public record Heading(String label, boolean figure, @Nullable String link, @Nullable String sorted) {
    }

    /**
     * A row.
     *
     * @param called what names it
     * @param why    where one reads what brought it about; null where that is nowhere
     */
    public record Row(String id, String look, List<Cell> cells, String called, @Nullable String why) {
    }

    /**
     * A cell.
     *
     * @param label  of its column, for screens on which columns have no heading
     * @param first  whether it is one of the figures that matter first
     * @param none   whether nothing stands in it
     * @param folded whether all of it but its beginning is seen only when it is opened
     * @param number the figure itself; null for texts
     */
    public record Cell(String label, boolean header, boolean figure, boolean first, boolean none,
            boolean folded, @Nullable Long number, List<Piece> pieces) {
    }

    /**
     * One of the things that stand in a cell.
     *
     * @param label    what it is; null where that is plain
     * @param authored whether it is a text as somebody wrote it
     * @param time     what it says of days and times, for programs; null for all else
     */
    public record Piece(@Nullable String look, @Nullable String label, List<Part> parts, boolean authored,
            @Nullable String time) {
    }

    /** The last row: sums, after as many columns as have none before the first that has. */
    public record Foot(int span, List<Cell> cells) {
    }
}
