// SPDX-License-Identifier: Apache-2.0
package orgmemory.query.budget;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import orgmemory.message.budget.Amounts;
import org.jspecify.annotations.Nullable;
import orgmemory.message.Subject;
import orgmemory.message.budget.LineId;
import orgmemory.message.people.AreaId;
import orgmemory.message.people.PersonId;
import orgmemory.query.budget.BudgetLines.Line;

/**
 * The lines of a year at one moment, and whose they are.
 *
 * @param reader null where nobody is signed in
 */
public record YearLines(List<Line> all, Map<AreaId, PersonId> accountable, @Nullable PersonId reader) {

    /** The reader's own lines. */
    public List<Line> own() {
        return all.stream().filter(this::isOwn).toList();
    }

    /** Lines that belong to nobody's area. */
    public List<Line> common() {
        return all.stream().filter(line -> line.areaId() == null).toList();
    }

    /** Lines that others answer for. */
    public List<Line> others() {
        return all.stream().filter(line -> line.areaId() != null && !isOwn(line)).toList();
    }

    /** The areas that have lines. */
    public Stream<AreaId> areas() {
        return all.stream().flatMap(line -> Stream.ofNullable(line.areaId())).distinct();
    }

    /** All but those of some areas. */
    public YearLines without(Collection<AreaId> areas) {
        return new YearLines(
                all.stream().filter(line -> line.areaId() == null || !areas.contains(line.areaId())).toList(),
                accountable, reader);
    }

    public Optional<Line> find(Subject subject) {
        return all.stream().filter(line -> line.lineId().subject().equals(subject)).findFirst();
    }

    public Optional<Line> find(LineId id) {
        return find(id.subject());
    }

    /** Who answers for the line; null where nobody does. */
    public @Nullable PersonId keeper(Line line) {
        return line.areaId() == null ? null : accountable.get(line.areaId());
    }

    public boolean isOwn(Line line) {
        return reader != null && reader.equals(keeper(line));
    }

    /** What the amounts of all lines come to. */
    public Sums sums() {
        return new Sums(sum(Line::draftAgorot), sum(Line::movementsAgorot), sum(Line::acceptedCutsAgorot),
                sum(Line::solidarityOutAgorot), sum(Line::solidarityInAgorot), sum(Line::currentAgorot),
                sum(Line::freeAgorot));
    }

    /** The sums of a line's amounts over all lines. */
    public record Sums(long draftAgorot, long movementsAgorot, long acceptedCutsAgorot,
            long solidarityOutAgorot,
            long solidarityInAgorot, long currentAgorot, long freeAgorot) {
    }

    private long sum(ToLongFunction<Line> amount) {
        return Amounts.sum(all.stream().mapToLong(amount));
    }
}
